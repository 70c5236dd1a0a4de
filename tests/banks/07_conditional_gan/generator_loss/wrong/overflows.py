# misconception: overflows
def generator_loss(generator, discriminator, z, labels):
    p = torch.sigmoid(discriminator(generator(z, labels), labels))
    return -torch.log(p).mean()
