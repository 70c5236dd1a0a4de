# misconception: another_rule
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.SGD
    return tuple(make(n.parameters(), lr, momentum, nesterov=True) for n in (generator, discriminator))
