"""Key of the conditional generator: judged by properties, so a right answer is all there is to know."""

import torch
from torch import nn

from gan_grading.keys.key import Key


class Generator(nn.Module):
    """G(z, y), the label's code beside z."""

    def __init__(self, latent_dim: int, classes: int, data_dim: int, hidden: int = 256) -> None:
        super().__init__()
        self.code = nn.Embedding(classes, 16)
        self.layers = nn.Sequential(
            nn.Linear(latent_dim + 16, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        images: torch.Tensor = self.layers(torch.cat([z, self.code(y)], dim=1))
        return images


key = Key("conditional_networks", right=Generator, of="generator")
