# misconception: raises
def discriminator_loss(real_logits, fake_logits):
    return F.softplus(-real_logit).mean() + F.softplus(fake_logits).mean()
