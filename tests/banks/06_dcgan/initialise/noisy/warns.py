import warnings


def initialise(слой):
    if isinstance(слой, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(слой.weight, mean=0.0, std=0.02)
        if слой.bias is not None:
            nn.init.zeros_(слой.bias)
    else:
        warnings.warn(f"{type(слой).__name__}: nichts zu tun")
