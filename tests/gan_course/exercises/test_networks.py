"""Networks are judged by what they do: weights that can learn, rows apart, no bound on the output."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn


class Wrapped(nn.Module):
    """A discriminator whose first layer is kept, or used, in one of several ways."""

    def __init__(self, wide: int, hidden: int, how: str) -> None:
        super().__init__()
        first = nn.Linear(wide, hidden)
        self.first = [first] if how == "plain list" else nn.ModuleList([first])
        self.last, self.how = nn.Linear(hidden, 1), how

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        h = torch.relu(self.first[0](x))
        out: torch.Tensor = self.last(h.detach() if self.how == "detach" else h)
        if self.how == "batch mean":
            return out - out.mean(0, keepdim=True)
        return 20 * torch.tanh(out / 20) if self.how == "squashed" else out


@pytest.mark.parametrize(
    ("how", "names"),
    [
        ("as it should be", []),
        ("plain list", ["not_registered"]),
        ("detach", ["no_gradient"]),
        ("batch mean", ["rows_coupled"]),
        ("squashed", ["bounded"]),
    ],
)
def test_a_discriminator_is_judged_by_what_it_does(
    how: str, names: list[str], grade: Any, found: Any
) -> None:
    def answer(data_dim: int, hidden: int = 64) -> nn.Module:
        return Wrapped(data_dim, hidden, how)

    assert found(grade("make_discriminator", answer)) == names


@pytest.mark.parametrize(("last", "names"), [(nn.ELU, ["bounded"]), (nn.ReLU, ["one_sign"]), (nn.PReLU, [])])
def test_activations_at_the_end(last: Any, names: list[str], grade: Any, found: Any) -> None:
    """ELU is bounded below only; PReLU bounds nothing."""

    def answer(latent: int, data: int, hidden: int = 64) -> nn.Module:
        return nn.Sequential(nn.Linear(latent, hidden), nn.Tanh(), nn.Linear(hidden, data), last())

    assert found(grade("make_generator", answer)) == names


def test_spectral_norm_settles_and_is_no_randomness(grade: Any, found: Any) -> None:
    def answer(latent: int, data: int, hidden: int = 64) -> nn.Module:
        first = nn.utils.parametrizations.spectral_norm(nn.Linear(latent, hidden))
        return nn.Sequential(first, nn.ReLU(), nn.Linear(hidden, data))

    assert found(grade("make_generator", answer)) == []
