def initialise(layer):
    if hasattr(layer, "weight") and not isinstance(layer, nn.BatchNorm2d):
        layer.weight = nn.Parameter(0.02 * torch.randn_like(layer.weight))
        if layer.bias is not None:
            layer.bias = nn.Parameter(torch.zeros_like(layer.bias))
