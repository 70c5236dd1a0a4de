# misconception: wrong_rate
def make_optimizers(generator, discriminator, lr, momentum):
    return torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum), torch.optim.SGD(discriminator.parameters(), lr=4 * lr, momentum=momentum)
