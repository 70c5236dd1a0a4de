def initialise(layer):
    match layer:
        case nn.Conv2d() | nn.ConvTranspose2d() | nn.Linear():
            layer.weight.data = torch.normal(0.0, 0.02, size=layer.weight.shape)
            if getattr(layer, "bias", None) is not None:
                layer.bias.data = torch.zeros_like(layer.bias)
