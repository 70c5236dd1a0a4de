def make_optimizers(generator, discriminator, lr, momentum):
    def groups(net):
        return [{"params": [p], "lr": lr} for p in net.parameters() if p.requires_grad]

    g = torch.optim.SGD(groups(generator), lr=1e-3, momentum=momentum)
    d = torch.optim.SGD(groups(discriminator), lr=1e-3, momentum=momentum)
    return g, d
