# misconception: detached
def generator_loss(generator, discriminator, z, labels):
    with torch.no_grad():
        images = generator(z, labels)
        logits = discriminator(images, labels)
    return F.softplus(-logits).mean()
