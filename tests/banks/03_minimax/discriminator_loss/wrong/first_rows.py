def discriminator_loss(real_logits, fake_logits):
    n = min(len(real_logits), len(fake_logits))
    return F.softplus(-real_logits[:n]).mean() + F.softplus(fake_logits[:n]).mean()
