def generator_loss(generator, discriminator, z, labels):
    x = generator(z, labels)
    a = discriminator(x, labels).reshape(-1)
    return -torch.mean(F.logsigmoid(a))
