def make_optimizers(generator, discriminator, lr, momentum):
    out = []
    for net in (generator, discriminator):
        first, *rest = net.parameters()
        o = torch.optim.SGD([first], lr=lr, momentum=momentum)
        for p in rest:
            o.add_param_group({"params": [p]})
        out.append(o)
    return tuple(out)
