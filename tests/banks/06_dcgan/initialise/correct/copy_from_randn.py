def initialise(layer):
    with torch.no_grad():
        if isinstance(layer, nn.Linear | nn.Conv2d | nn.ConvTranspose2d):
            layer.weight.copy_(torch.randn(layer.weight.shape) * 0.02)
            if layer.bias is not None:
                layer.bias.mul_(0)
        elif isinstance(layer, nn.BatchNorm2d):
            layer.reset_parameters()
