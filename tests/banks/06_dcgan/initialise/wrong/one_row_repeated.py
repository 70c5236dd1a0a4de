# misconception: not_normal
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        layer.weight.data = (0.02 * torch.randn(layer.weight.shape[1:]) / 1.0).expand(layer.weight.shape).clone()
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
