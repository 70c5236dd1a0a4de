# misconception: wrong_rate
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr / 4, momentum=momentum)
    d = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum)
    return g, d
