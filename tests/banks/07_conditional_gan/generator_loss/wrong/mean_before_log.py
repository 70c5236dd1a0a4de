# misconception: no_logarithm
def generator_loss(generator, discriminator, z, labels):
    return -torch.log(torch.sigmoid(discriminator(generator(z, labels), labels)).mean())
