import functools


def make_optimizers(generator, discriminator, lr, momentum):
    make = functools.partial(torch.optim.SGD, lr=lr, momentum=momentum, foreach=False)
    return tuple(map(make, (generator.parameters(), discriminator.parameters())))
