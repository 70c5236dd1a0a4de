# misconception: wrong_spread
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        layer.weight.data *= 0.1
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
