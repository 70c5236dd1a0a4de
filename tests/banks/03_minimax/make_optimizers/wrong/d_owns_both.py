# misconception: owns_both
import itertools


def make_optimizers(generator, discriminator, lr, momentum):
    everything = itertools.chain(generator.parameters(), discriminator.parameters())
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d = torch.optim.SGD(everything, lr=lr, momentum=momentum)
    return g, d
