"""What a label does to a network's output: something, something of its own, and something that meets x."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from gan_course.checks.framework import Report


def every_label(report: Report, module: nn.Module, row: Tensor, classes: int) -> None:
    """Require that each label from 0 to classes − 1 is taken."""
    refused = []
    for label in range(classes):
        try:
            module(row, torch.tensor([label]))
        except Exception:
            refused.append(label)
    report.require(
        len(refused) in (0, classes),
        f"stops at the label {', '.join(map(str, refused))} of {classes} classes",
        "Labels run from 0 to classes − 1, and so do rows of an embedding: `classes` rows, and nothing added "
        "to the label or taken from it.",
    )
    report.call(module, row, torch.tensor([0]))
    report.passed(f"takes every label from 0 to {classes - 1}")


def label_effects(report: Report, module: nn.Module, first: Tensor, classes: int, word: str) -> None:
    """Check that labels change the output, each in its own way, and each input in its own way.

    Args:
        report: Where the lines go.
        module: A conditional network in evaluation mode.
        first: Its first input, shape (N, d).
        classes: How many labels there are.
        word: What the output is called, "picture" or "verdict".
    """
    kept = {name: value.clone() for name, value in module.state_dict().items()}
    apart, mixed = [], 0.0
    with torch.no_grad():
        for trial in range(12):
            for parameter in module.parameters():
                parameter.copy_((0.1, 0.2, 0.4, 0.8)[trial % 4] * torch.randn_like(parameter))
            out = _outputs(report, module, first, classes)
            apart.append(torch.cdist(out.flatten(1), out.flatten(1)))
            mixed = max(mixed, _mixed(out, word == "picture"))
        labels = torch.arange(len(first)) % classes
        together = report.call(module, first, labels).double().reshape(len(first), -1)
        module.load_state_dict(kept)
    own = out[labels, torch.arange(len(first))]
    largest = torch.stack(apart).amax(0)
    off = ~torch.eye(classes, dtype=torch.bool)
    report.require(
        bool((largest[off] > 1e-6).any()),
        f"the {word} is the same for every label",
        "The label is taken and dropped. It has to enter the layers beside the other input.",
    )
    report.require(
        torch.allclose(together, own, rtol=1e-3, atol=1e-4 * float(own.abs().max() + 1e-3)),
        f"in a batch of several labels, the {word} of a row does not follow its own",
        "Row i belongs to label i. Does something look at the labels of other rows?",
    )
    alike = [(j, i) for i in range(classes) for j in range(i) if largest[i, j] <= 1e-6]
    pair = alike[0] if alike else (0, 0)
    report.expect(
        not alike,
        f"every label changes the {word}",
        f"labels {pair[0]} and {pair[1]} give the same {word}",
        "Each class needs a code of its own.",
    )
    report.expect(
        mixed > 1e-3,
        f"what the label does to the {word} depends on the other input",
        f"the label shifts every {word} by the same amount, whatever the other input",
        "Then nothing depends on both together. The label must meet the other input before a bend, or be "
        "multiplied with it.",
    )
    scaled = torch.stack([d / d.max().clamp_min(1e-12) for d in apart]).mean(0)
    place = torch.arange(classes)
    near = (place[:, None] - place).abs() == 1
    report.expect(
        bool(scaled[near].mean() > 0.72 * scaled[off].mean()),
        "classes have no order: neighbours are no more alike than others",
        f"neighbouring labels give similar {word}s, distant ones do not",
        "It looks as if the label came in as a number. A 9 is not nine times a 1: give each class a column, "
        "or a row of a table, of its own.",
    )


def _outputs(report: Report, module: nn.Module, first: Tensor, classes: int) -> Tensor:
    """Outputs for every label, shape (classes, N, d)."""
    rows = [report.call(module, first, torch.full((len(first),), k)) for k in range(classes)]
    return torch.stack([row.double().reshape(len(first), -1) for row in rows])


def _mixed(out: Tensor, squashed: bool) -> float:
    """How much f(x, k) deviates from g(x) + h(k), in shares of the effect of k; a tanh is undone first."""
    if squashed:
        out = torch.where((out.abs() < 0.95).all(0), torch.atanh(out.clamp(-0.95, 0.95)), torch.nan)
    effect = out - out.mean(0)
    rest = (effect - effect.nanmean(1, keepdim=True)).abs().nanmean()
    share = rest / effect.abs().nanmean().clamp_min(1e-12)
    return float(share) if bool(share.isfinite()) else 1.0  # too near the ends of the tanh to tell
