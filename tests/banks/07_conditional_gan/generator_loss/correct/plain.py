def generator_loss(generator, discriminator, z, labels):
    return F.softplus(-discriminator(generator(z, labels), labels)).mean()
