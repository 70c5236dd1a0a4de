# misconception: pairs_samples
def discriminator_loss(real_logits, fake_logits):
    return -(F.logsigmoid(real_logits) + F.logsigmoid(-fake_logits)).mean()
