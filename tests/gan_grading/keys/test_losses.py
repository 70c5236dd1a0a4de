"""Losses are judged by value and slope, for every size and shape, and at logits far out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

Loss = Callable[[Tensor], Tensor]
RIGHT: dict[str, Loss] = {
    "logsigmoid": lambda a: F.logsigmoid(-a).mean(),
    "eps 1e-8, an honest guard": lambda a: torch.log(1 - torch.sigmoid(a) + 1e-8).mean(),
    "clamped at 1e-7": lambda a: torch.log((1 - torch.sigmoid(a)).clamp_min(1e-7)).mean(),
    "one element": lambda a: F.logsigmoid(-a).reshape(-1).mean(0, keepdim=True),
}
WRONG: dict[str, tuple[Loss, str, float]] = {
    "flat beyond 9": (lambda a: F.logsigmoid(-a.clamp(-9, 9)).mean(), "clamped_flat", 5.0),
    "large eps": (lambda a: torch.log(1 - torch.sigmoid(a) + 1e-2).mean(), "clamped_flat", 5.0),
    "infinite": (lambda a: torch.log(1 - torch.sigmoid(a)).mean(), "overflows", 5.0),
    "rows only": (lambda a: F.logsigmoid(-a)[:, 0].mean(), "one_shape_only", 5.0),
    "divided by 64": (lambda a: F.logsigmoid(-a).sum() / 64, "fixed_batch_size", 0.0),
    "detached": (lambda a: F.logsigmoid(-a.detach()).mean(), "detached", 0.0),
    "0-d hides a missing mean at N = 1 only": (lambda a: F.logsigmoid(-a).sum(), "mean_missing", 0.0),
}


@pytest.mark.parametrize("style", RIGHT)
def test_right_losses_keep_their_points(style: str, grade: Any, found: Any) -> None:
    result = grade("saturating_generator_loss", RIGHT[style])
    assert result.is_full, found(result)


@pytest.mark.parametrize("mistake", WRONG)
def test_wrong_losses_lose_theirs(mistake: str, grade: Any, found: Any) -> None:
    answer, name, points = WRONG[mistake]
    result = grade("saturating_generator_loss", answer)
    assert name in found(result)
    assert result.points == points


def test_a_right_value_with_a_wrong_slope_is_wrong(grade: Any) -> None:
    def answer(a: Tensor) -> Tensor:
        return F.logsigmoid(-a).mean().detach() + a.mean() - a.mean().detach()

    assert grade("saturating_generator_loss", answer).points == 0.0


def test_one_batch_detached_is_seen(grade: Any, found: Any) -> None:
    def answer(real: Tensor, fake: Tensor) -> Tensor:
        return F.softplus(-real).mean() + F.softplus(fake.detach()).mean()

    assert found(grade("discriminator_loss", answer)) == ["one_side_detached"]
