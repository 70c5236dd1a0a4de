"""Key of the starting weights (Radford et al. 2015, section 4); the experiment judges them by properties."""

from torch import nn

from gan_grading.keys.key import Key


def initialise(layer: nn.Module) -> None:
    if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)


key = Key("starting_weights", right=initialise)
