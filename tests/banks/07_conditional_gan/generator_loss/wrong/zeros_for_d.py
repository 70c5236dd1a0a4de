# misconception: d_other_labels
def generator_loss(generator, discriminator, z, labels):
    images = generator(z, labels)
    return F.softplus(-discriminator(images, torch.zeros_like(labels))).mean()
