# misconception: same_network
def make_optimizers(generator, discriminator, lr, momentum):
    g_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    d_optimizer = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    return g_optimizer, d_optimizer
