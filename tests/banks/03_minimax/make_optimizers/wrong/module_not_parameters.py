# misconception: raises
def make_optimizers(generator, discriminator, lr, momentum):
    return torch.optim.SGD(generator, lr=lr, momentum=momentum), torch.optim.SGD(discriminator, lr=lr)
