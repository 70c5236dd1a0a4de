def generator_loss(generator, discriminator, z, labels):
    terms = []
    for i in range(len(z)):
        image = generator(z[i : i + 1], labels[i : i + 1])
        terms.append(F.softplus(-discriminator(image, labels[i : i + 1])).reshape(()))
    return torch.stack(terms).mean()
