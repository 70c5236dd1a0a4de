"""Key of wrong labels: the experiment judges by properties, so a right answer is all there is to know."""

import torch

from gan_grading.keys.key import Key


def wrong(labels: torch.Tensor, classes: int) -> torch.Tensor:
    return (labels + torch.randint(1, classes, labels.shape)) % classes


key = Key("wrong_labels", right=wrong)
