def make_optimizers(generator, discriminator, lr, momentum):
    make = lambda m: torch.optim.SGD(m.parameters(), lr=lr, momentum=momentum, fused=True)
    return make(generator), make(discriminator)
