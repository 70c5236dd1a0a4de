# misconception: no_logarithm
def generator_loss(generator, discriminator, z, labels):
    return -discriminator(generator(z, labels), labels).mean()
