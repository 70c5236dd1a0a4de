# misconception: wrong_rate
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.SGD
    return make(generator.parameters(), momentum, lr), make(discriminator.parameters(), momentum, lr)
