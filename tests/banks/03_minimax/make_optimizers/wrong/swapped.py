# misconception: swapped
def make_optimizers(generator, discriminator, lr, momentum):
    d_optimizer = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum)
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    return d_optimizer, g_optimizer
