"""Key of the conditional discriminator: judged by properties, so a right answer is all there is to know."""

import torch
from torch import nn

from gan_grading.keys.key import Key


class Discriminator(nn.Module):
    """D(x, y), the label one-hot beside x."""

    def __init__(self, data_dim: int, classes: int, hidden: int = 256) -> None:
        super().__init__()
        self.classes = classes
        self.layers = nn.Sequential(
            nn.Linear(data_dim + classes, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        code = nn.functional.one_hot(y, self.classes).to(x.dtype)
        logits: torch.Tensor = self.layers(torch.cat([x, code], dim=1))
        return logits.squeeze(1)


key = Key("conditional_networks", right=Discriminator, of="discriminator")
