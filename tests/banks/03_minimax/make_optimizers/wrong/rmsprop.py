# misconception: another_rule
def make_optimizers(generator, discriminator, lr, momentum):
    make = torch.optim.RMSprop
    return tuple(make(n.parameters(), lr=lr, momentum=momentum) for n in (generator, discriminator))
