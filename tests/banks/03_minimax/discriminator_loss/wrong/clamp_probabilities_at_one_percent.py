# misconception: clamped_flat
def discriminator_loss(real_logits, fake_logits):
    d_real = torch.sigmoid(real_logits).clamp(0.01, 0.99)
    d_fake = torch.sigmoid(fake_logits).clamp(0.01, 0.99)
    return -d_real.log().mean() - (1 - d_fake).log().mean()
