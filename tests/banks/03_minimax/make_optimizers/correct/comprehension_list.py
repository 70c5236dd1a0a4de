import torch.optim as optim


def make_optimizers(generator, discriminator, lr, momentum):
    return [optim.SGD(net.parameters(), lr=lr, momentum=momentum) for net in (generator, discriminator)]
