# misconception: reseeded
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        layer.weight.data.normal_(0, 0.02, generator=torch.Generator().manual_seed(1))
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
