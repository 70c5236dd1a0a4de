def make_optimizers(generator, discriminator, lr, momentum):
    g = torch.optim.SGD(generator.named_parameters(), lr=lr, momentum=momentum)
    d = torch.optim.SGD(discriminator.named_parameters(), lr=lr, momentum=momentum)
    return g, d
