# misconception: another_rule
def make_optimizers(generator, discriminator, lr, momentum):
    return tuple(torch.optim.SGD(m.parameters(), lr=lr, momentum=momentum, weight_decay=1e-4) for m in (generator, discriminator))
