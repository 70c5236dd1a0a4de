# misconception: detached
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, labels).detach()
    return F.softplus(-discriminator(images, labels)).mean()
