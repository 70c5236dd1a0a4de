def generator_loss(generator, discriminator, z, labels):
    discriminator.requires_grad_(False)
    logits = discriminator(generator(z, labels), labels)
    discriminator.requires_grad_(True)
    return F.softplus(-logits).mean()
