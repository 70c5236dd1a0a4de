# misconception: changes_networks
def make_optimizers(generator, discriminator, lr, momentum):
    for m in (generator, discriminator):
        for p in m.parameters():
            nn.init.normal_(p, 0, 0.02)
    return tuple(torch.optim.SGD(m.parameters(), lr=lr, momentum=momentum) for m in (generator, discriminator))
