# misconception: g_other_labels
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, torch.zeros_like(labels))
    return F.softplus(-discriminator(images, labels)).mean()
