"""Check of the starting weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report, exercise_check, number


@exercise_check
def initialise(report: Report, answer: Callable[..., Any]) -> None:
    """Check one layer of each kind, as network.apply hands them over."""
    torch.manual_seed(3)
    networks = [_layers(), _layers()]
    for network in networks:
        report.call(network.apply, answer)
    first, second = networks
    before = _layers()
    if all(torch.equal(_weight(first[i]), _weight(before[i])) for i in (0, 1, 4)):
        report.failed(
            "no layer has changed",
            "The numbers must change in the layer itself: functions and methods that end in _ do that.",
        )
        return
    for place, name in ((0, "a convolution"), (1, "a transposed convolution"), (4, "a linear layer")):
        _normal(report, name, first[place])
    _batch_norm(report, first[2])
    biases = [first[i].bias for i in (0, 1, 4)]
    report.expect(
        not any(bool(b.any()) for b in biases if isinstance(b, Tensor)),
        "biases are 0",
        "a bias is not 0",
        "A layer may have a bias or not (then it is None). Where it has one, it starts at 0.",
    )
    report.expect(
        all(p.requires_grad for p in first.parameters()),
        "every layer can still learn",
        "a layer can no longer learn",
        "Change the numbers inside the parameter and leave requires_grad on.",
    )
    report.expect(
        not torch.equal(_weight(first[0]), _weight(second[0])),
        "every network gets numbers of its own",
        "two networks got the same numbers",
        "Is a random seed set inside the function? Then every layer starts alike.",
    )


def _layers() -> nn.Sequential:
    """One of each kind, filled with numbers that no start would give; built without drawing."""
    network = nn.Sequential(
        nn.Conv2d(36, 40, 4),
        nn.ConvTranspose2d(36, 40, 4),
        nn.BatchNorm2d(8),
        nn.ReLU(),
        nn.Linear(160, 140),
        nn.Conv2d(4, 4, 3, bias=False),
    )
    with torch.no_grad():
        for place in (0, 1, 4, 5):
            for parameter in network[place].parameters():
                parameter.fill_(0.7)
    return network


def _weight(layer: nn.Module) -> Tensor:
    assert isinstance(layer.weight, Tensor)
    return layer.weight.detach()


def _normal(report: Report, name: str, layer: nn.Module) -> None:
    weights = _weight(layer).double().flatten()
    mean, std = float(weights.mean()), float(weights.std())
    seen = f"{name} has weights of mean {number(mean, 3)} and standard deviation {number(std, 3)}"
    if std == 0:
        teach = "They were not drawn anew. Which classes of layers does your function know?"
    elif abs(std - 0.02**0.5) < 0.01 or abs(std - 0.02**2) < 1e-4:
        teach = "0.02 is the standard deviation itself, not the variance: no root and no square."
    elif abs(mean) > 0.01:
        teach = "The mean is to be 0: which argument comes first, mean or std?"
    else:
        teach = "Draw every weight from a normal distribution of mean 0 and standard deviation 0.02."
    right = abs(mean) < 0.002 and abs(std - 0.02) < 0.001
    report.expect(right, f"{name} starts with N(0, 0.02²)", seen, teach)
    if right:
        fourth = float(((weights - mean) ** 4).mean()) / std**4
        if not 2.7 < fourth < 3.3:
            report.failed(
                f"{name} has weights that are not normally distributed",
                "A uniform distribution has the same spread and no tails. The paper asks for a normal one.",
            )


def _batch_norm(report: Report, layer: nn.Module) -> None:
    assert isinstance(layer, nn.BatchNorm2d)
    near = bool(((layer.weight - 1).abs() < 0.2).all()) and bool((layer.bias.abs() < 0.2).all())
    report.expect(
        near,
        "batch norm keeps a scale near 1",
        f"batch norm's scale is {number(layer.weight.mean(), 2)} on average",
        "What batch norm calls `weight` multiplies what it has just normalised. Near 0 it switches "
        "the layer off; it "
        "belongs near 1.",
    )
