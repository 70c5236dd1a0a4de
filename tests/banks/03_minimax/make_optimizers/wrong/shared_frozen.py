# misconception: changes_networks
def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.parameters(), lr=lr, momentum=momentum)
    generator.requires_grad_(False)
    d = torch.optim.SGD(discriminator.parameters(), lr=lr, momentum=momentum)
    return g, d
