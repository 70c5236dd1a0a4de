# misconception: unrecognised
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-2 * real_logits).mean() + F.softplus(2 * fake_logits).mean()
