# misconception: not_two_optimizers
def make_optimizers(generator, discriminator, lr, momentum):
    return torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
