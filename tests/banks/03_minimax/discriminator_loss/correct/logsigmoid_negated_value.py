def discriminator_loss(real_logits, fake_logits):
    v = F.logsigmoid(real_logits).mean() + F.logsigmoid(-fake_logits).mean()
    return -v  # climb V by descending -V
