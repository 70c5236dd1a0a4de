# misconception: wrong_type
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).mean(), F.softplus(fake_logits).mean()
