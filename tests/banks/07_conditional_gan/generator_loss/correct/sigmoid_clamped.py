def generator_loss(generator, discriminator, z, labels):
    p = torch.sigmoid(discriminator(generator(z, labels), labels))
    return -p.clamp(min=1e-12).log().sum() / len(z)
