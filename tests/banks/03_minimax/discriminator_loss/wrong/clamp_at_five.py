# misconception: clamped_flat
def discriminator_loss(real_logits, fake_logits):
    r, f = real_logits.clamp(-5, 5), fake_logits.clamp(-5, 5)
    return F.softplus(-r).mean() + F.softplus(f).mean()
