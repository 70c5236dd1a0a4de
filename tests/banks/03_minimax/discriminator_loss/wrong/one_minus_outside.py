# misconception: one_outside_log
def discriminator_loss(real_logits, fake_logits):
    return -F.logsigmoid(real_logits).mean() - (1 - F.logsigmoid(fake_logits)).mean()
