# misconception: some_parameters_missing
def make_optimizers(generator, discriminator, lr, momentum):
    pick = lambda m: [p for name, p in m.named_parameters() if "weight" in name]
    g = torch.optim.SGD(pick(generator), lr=lr, momentum=momentum)
    d = torch.optim.SGD(pick(discriminator), lr=lr, momentum=momentum)
    return g, d
