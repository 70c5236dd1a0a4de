# misconception: not_normal
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.uniform_(layer.weight, -0.02, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
