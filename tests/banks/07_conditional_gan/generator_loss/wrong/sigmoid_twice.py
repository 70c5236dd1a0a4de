# misconception: sigmoid_twice
def generator_loss(generator, discriminator, z, labels):
    p = torch.sigmoid(discriminator(generator(z, labels), labels))
    return F.binary_cross_entropy_with_logits(p, torch.ones_like(p))
