# misconception: g_other_labels
def generator_loss(generator, discriminator, z, labels):
    labels = labels.sort().values
    return F.softplus(-discriminator(generator(z, labels), labels)).mean()
