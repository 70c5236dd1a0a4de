from torch.optim import SGD


def make_optimizers(generator, discriminator, lr, momentum):
    return SGD(generator.parameters(), lr, momentum), SGD(discriminator.parameters(), lr, momentum)
