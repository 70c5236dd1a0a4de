# misconception: nothing_changed
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        weight = torch.normal(0.0, 0.02, layer.weight.shape)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
