# misconception: maximises
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum, maximize=True)
    return g, d
