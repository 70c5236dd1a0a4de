def discriminator_loss(real_logits, fake_logits):
    real, fake = real_logits.reshape(-1), fake_logits.reshape(-1)
    return torch.func.vmap(lambda a: F.softplus(-a))(real).mean() + torch.func.vmap(F.softplus)(fake).mean()
