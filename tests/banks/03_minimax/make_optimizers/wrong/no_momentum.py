# misconception: no_momentum
def make_optimizers(generator, discriminator, lr, momentum):
    return torch.optim.SGD(generator.parameters(), lr=lr), torch.optim.SGD(discriminator.parameters(), lr=lr)
