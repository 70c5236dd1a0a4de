# misconception: no_momentum
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    return g, torch.optim.SGD(discriminator.parameters(), lr=lr)
