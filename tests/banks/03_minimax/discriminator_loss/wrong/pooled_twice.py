# misconception: pooled
def discriminator_loss(real_logits, fake_logits):
    total = F.softplus(-real_logits).sum() + F.softplus(fake_logits).sum()
    return 2 * total / (real_logits.numel() + fake_logits.numel())
