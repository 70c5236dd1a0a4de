"""Key of the discriminator; the experiment judges it by properties."""

from torch import nn

from gan_grading.keys.key import Key


def make_discriminator(size: int, width: int = 32) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )


key = Key("picture_discriminator", right=make_discriminator)
