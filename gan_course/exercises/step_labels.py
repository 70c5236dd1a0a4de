"""What the spies of a conditional step saw of labels: for which G was asked, under which D judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings

IGNORES_MISMATCH = Misconception(
    "ignores_mismatch",
    "Your step never asks for wrong labels.",
    "The third kind of pair needs them: call mismatch(labels), an argument of the step.",
)
ONLY_REAL_CONDITIONED = Misconception(
    "only_real_conditioned",
    "Only the real images come with their labels; the fakes are made, or judged, under a label that never changes.",
    "D would tell fakes by their label alone. Ask G for the labels of the batch, and judge the fakes under them.",
)
FAKE_OTHER_LABELS = Misconception(
    "fake_other_labels",
    "G made the fakes for other labels than those D judged them under.",
    "A fake carries the label it was made for: the same labels for G and for D, in the same order.",
)
OTHER_ORDERS = Misconception(
    "fakes_of_other_labels",
    "The fakes are made, and judged, for other labels than those of the batch.",
    "Step 2 asks for fakes of the labels of the batch: then real images and fakes differ in the image alone.",
    share=0.5,
)
LABELLED = (IGNORES_MISMATCH, ONLY_REAL_CONDITIONED, FAKE_OTHER_LABELS, OTHER_ORDERS)
Events = Sequence[Mapping[str, Any]]


def judge_labels(findings: Findings, events: Events, criterion: str) -> None:
    """Insist on the labels that G and D are to be given, where what they were given can be told.

    Args:
        findings: where to note.
        events: the tape of one step, with the batch in front.
        criterion: what is tested.

    Raises:
        GiveUp: if they were given others.
    """
    batch = next(e for e in events if e["who"] == "batch")
    asked = any(e["who"] == "mismatch" for e in events)
    findings.insist(asked, "asks for wrong labels", IGNORES_MISMATCH.id)
    for_g = _joined([e["labels"] for e in events if e["who"] == "G"])
    for_d = _of_fakes(events, batch["real"])
    # A step may show G or D more than it needs: then nothing can be told here.
    if not for_g.shape == for_d.shape == batch["labels"].shape or len(batch["labels"].unique()) < 2:
        return
    shown = f"the batch has {_text(batch['labels'])}, G got {_text(for_g)}, D {_text(for_d)} with the fakes"
    constant = len(for_g.unique()) == 1 or len(for_d.unique()) == 1
    findings.insist(not constant, criterion, ONLY_REAL_CONDITIONED.id, shown)
    findings.insist(torch.equal(for_g, for_d), criterion, FAKE_OTHER_LABELS.id, shown)
    findings.insist(torch.equal(for_g, batch["labels"]), criterion, OTHER_ORDERS.id, shown)


def _of_fakes(events: Events, real: torch.Tensor) -> torch.Tensor:
    """Return the labels under which D judged what is not among the real samples, in the order judged."""
    found = []
    for e in events:
        x = e["input"] if e["who"] == "D" else None
        if x is None or x.ndim != 2 or x.shape[1:] != real.shape[1:] or len(e["labels"]) != len(x):
            continue
        is_real = (x[:, None] == real[None]).all(-1).any(-1)
        found.append(e["labels"][~is_real])
    return _joined(found)


def _joined(labels: list[torch.Tensor]) -> torch.Tensor:
    return torch.cat([y.reshape(-1).long() for y in labels]) if labels else torch.zeros(0, dtype=torch.long)


def _text(labels: torch.Tensor) -> str:
    return " ".join(str(y) for y in labels.tolist())
