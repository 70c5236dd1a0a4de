@torch.no_grad()
def initialise(layer):
    for name, p in layer.named_parameters(recurse=False):
        if p.dim() > 1:
            p.normal_(mean=0.0, std=0.02)
        elif name == "bias":
            p.zero_()
