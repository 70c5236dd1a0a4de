"""Key of the generator; the experiment judges it by properties."""

from torch import nn

from gan_grading.keys.key import Key


def make_generator(latent_dim: int, size: int, width: int = 32) -> nn.Module:
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )


key = Key("picture_generator", right=make_generator)
