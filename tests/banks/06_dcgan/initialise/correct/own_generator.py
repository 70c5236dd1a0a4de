def initialise(layer):
    fresh = torch.Generator()
    fresh.seed()
    if isinstance(layer, (nn.modules.conv._ConvNd, nn.Linear)):
        layer.weight.data.normal_(0.0, 0.02, generator=fresh)
        if layer.bias is not None:
            layer.bias.data.zero_()
