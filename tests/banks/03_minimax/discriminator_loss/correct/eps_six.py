def discriminator_loss(real_logits, fake_logits):
    d_real, d_fake = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return -(torch.log(d_real + 1e-6).mean() + torch.log(1 - d_fake + 1e-6).mean())
