# misconception: wrong_way
def generator_loss(generator, discriminator, z, labels):
    return F.logsigmoid(discriminator(generator(z, labels), labels)).mean()
