def discriminator_loss(real_logits, fake_logits):
    real = sum(F.softplus(-a) for a in real_logits.reshape(-1)) / len(real_logits)
    fake = sum(F.softplus(a) for a in fake_logits.reshape(-1)) / len(fake_logits)
    return real + fake
