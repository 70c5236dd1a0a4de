# misconception: wrong_way
def generator_loss(generator, discriminator, z, labels):
    logits = discriminator(generator(z, labels), labels)
    return F.binary_cross_entropy_with_logits(logits, torch.zeros_like(logits))
