# misconception: wrong_rate
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=0.0137, momentum=momentum)
    d = torch.optim.SGD(discriminator.parameters(), lr=0.0137, momentum=momentum)
    return g, d
