def generator_loss(generator, discriminator, z, labels):
    gemälde = generator(z, labels)
    print("drawn", tuple(gemälde.shape))
    return F.softplus(-discriminator(gemälde, labels)).mean()
