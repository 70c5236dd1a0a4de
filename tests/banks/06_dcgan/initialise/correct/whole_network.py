def initialise(network):
    for layer in network.modules():
        if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
            layer.weight.data.normal_(0, 0.02)
            if layer.bias is not None:
                layer.bias.data.fill_(0)
    return network
