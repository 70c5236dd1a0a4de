# misconception: scaled
def generator_loss(generator, discriminator, z, labels):
    return 0.5 * F.softplus(-discriminator(generator(z, labels), labels)).mean()
