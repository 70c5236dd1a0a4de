# misconception: not_normal
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        b = 0.02 * 3**0.5
        nn.init.uniform_(layer.weight, -b, b)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
