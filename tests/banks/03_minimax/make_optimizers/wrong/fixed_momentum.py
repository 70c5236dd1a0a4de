# misconception: wrong_rate
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=0.9)
    d = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=0.9)
    return g, d
