def discriminator_loss(real_logits, fake_logits):
    tiny = 1e-7
    d_real = torch.clamp(torch.sigmoid(real_logits), tiny, 1 - tiny)
    d_fake = torch.clamp(torch.sigmoid(fake_logits), tiny, 1 - tiny)
    return -torch.mean(torch.log(d_real)) - torch.mean(torch.log(1 - d_fake))
