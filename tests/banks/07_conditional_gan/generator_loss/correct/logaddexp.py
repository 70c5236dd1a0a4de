def generator_loss(generator, discriminator, z, labels):
    logits = discriminator(generator(z, labels), labels)
    return torch.logaddexp(torch.zeros_like(logits), -logits).mean()
