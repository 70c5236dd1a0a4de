"""Functions of networks are judged by what they return, what is learned from it, and what is left behind."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from gan_grading.keys import Key
from gan_grading.keys.load import probe_of
from gan_grading.keys.run import run_probe


def right(d: Any, x: torch.Tensor, weight: float) -> torch.Tensor:
    return weight * d(x).square().mean()


def detached(d: Any, x: torch.Tensor, weight: float) -> torch.Tensor:
    return right(d, x, weight).detach()


def returns_a_number(d: Any, x: torch.Tensor, weight: float) -> float:
    return right(d, x, weight).item()


def leaves_gradients(d: Any, x: torch.Tensor, weight: float) -> torch.Tensor:
    d(x).sum().backward()
    return right(d, x, weight)


def freezes(d: Any, x: torch.Tensor, weight: float) -> torch.Tensor:
    value = right(d, x, weight)
    d.requires_grad_(False)
    return value


def leaves_in_eval(d: Any, x: torch.Tensor, weight: float) -> torch.Tensor:
    return right(d.eval(), x, weight)


def writes_into_x(d: Any, x: torch.Tensor, weight: float) -> torch.Tensor:
    value = right(d, x.clone(), weight)
    x.mul_(2)
    return value


def ignores_weight(d: Any, x: torch.Tensor, weight: float) -> torch.Tensor:
    return right(d, x, 1.0)


@pytest.fixture(scope="module")
def probe() -> Any:
    """A function of a network of d + 1 columns, of rows and of a number; one mistake is known."""
    network = {"network": "D", "in": ["d", 1], "out": 1}
    given = [network, {"draw": "normal", "shape": ["N", 4]}, {"between": [2.0, 3.0]}]
    worked = [{"network": "D", "weights": [[1.0, 2.0]]}, {"is": [[1.0, 1.0]]}, 2.0]
    cases = [
        {"on": "D(x) = x1 + 2·x2", "given": worked},
        {"on": "a batch", "given": given, "sizes": {"N": [3, 5], "d": 3}},
    ]
    key = Key("of_networks", right=right, learns=0, parts=[{"criterion": "value", "cases": cases}])
    key.exercise = "squares"
    key.wrong("weight_ignored", "The weight is ignored.", "Where is it?", ignores_weight)
    return probe_of(key)


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        (right, []),
        (detached, ["nothing_learned"]),
        (returns_a_number, ["becomes_number"]),
        (leaves_gradients, ["leaves_gradients"]),
        (freezes, ["nothing_learned"]),
        (leaves_in_eval, ["left_in_eval"]),
        (writes_into_x, ["modifies_inputs"]),
        (ignores_weight, ["weight_ignored"]),
    ],
)
def test_what_is_found(answer: Any, names: list[str], probe: Any, student_with: Any, found: Any) -> None:
    assert found(run_probe(probe, student_with(squares=answer), 10.0, (5, 6))) == names
