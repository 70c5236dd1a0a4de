# misconception: ignores_z
def generator_loss(generator, discriminator, z, labels):
    images = generator(torch.randn_like(z), labels)
    return F.softplus(-discriminator(images, labels)).mean()
