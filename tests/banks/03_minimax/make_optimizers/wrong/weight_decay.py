# misconception: another_rule
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.SGD
    return tuple(make(n.parameters(), lr, momentum, weight_decay=0.05) for n in (generator, discriminator))
