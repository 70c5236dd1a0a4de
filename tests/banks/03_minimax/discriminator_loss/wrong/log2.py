# misconception: wrong_base
def discriminator_loss(real_logits, fake_logits):
    d_real = torch.sigmoid(real_logits).clamp(1e-7, 1 - 1e-7)
    d_fake = torch.sigmoid(fake_logits).clamp(1e-7, 1 - 1e-7)
    return -torch.log2(d_real).mean() - torch.log2(1 - d_fake).mean()
