# misconception: not_normal
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        layer.weight.data.normal_(0.0, 0.025).clamp_(-0.03, 0.03)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
