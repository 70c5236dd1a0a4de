# misconception: pooled
def discriminator_loss(real_logits, fake_logits):
    n = len(real_logits)
    return F.softplus(-real_logits).sum() / n + F.softplus(fake_logits).sum() / n
