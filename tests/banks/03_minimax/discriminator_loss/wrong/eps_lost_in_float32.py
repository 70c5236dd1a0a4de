# misconception: overflows
def discriminator_loss(real_logits, fake_logits):
    d_real = torch.sigmoid(real_logits).clamp(1e-12, 1 - 1e-12)
    d_fake = torch.sigmoid(fake_logits).clamp(1e-12, 1 - 1e-12)
    return -torch.log(d_real).mean() - torch.log(1 - d_fake).mean()
