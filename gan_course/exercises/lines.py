"""Points that an answer chose on lines between two sets of samples: where they lie, and how they are spread."""

from __future__ import annotations

import math

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Findings

ONLY_ENDS = Misconception(
    "only_at_samples",
    "You measure the slope at the real or at the fake samples only.",
    "The critic must be tame on the way from one to the other: the earth travels there.",
)
SAME_PLACE = Misconception(
    "always_the_same_place",
    "You measure the slope at the same place of every line, such as the midpoint.",
    "ε is drawn afresh and uniformly from 0 to 1, so that in time every place of the line is visited.",
)
ONE_PER_BATCH = Misconception(
    "one_epsilon_per_batch",
    "All samples of a batch share one ε.",
    "Each line gets a place of its own: how many random numbers do N samples need?",
)
PER_NUMBER = Misconception(
    "epsilon_per_number",
    "Each number of a sample has an ε of its own, so that x̂ does not lie on the line.",
    "One ε for a sample, shared by all its coordinates (or pixels): which shape must it have to be stretched over them?",
)
OUTSIDE = Misconception(
    "beyond_the_ends",
    "Some of your points lie beyond the ends of the line.",
    "ε is uniform on [0, 1]: which of torch's random functions draws that?",
)
OFF_LINE = Misconception(
    "off_the_line",
    "Your points do not lie on lines between a real and a fake sample.",
    "x̂ = ε·x + (1 − ε)·x̃: the two shares add up to 1.",
)
NOT_UNIFORM = Misconception(
    "not_uniform",
    "Your ε is not spread evenly over [0, 1].",
    "Every place of the line is as likely as every other: torch.rand.",
)
SAME_AGAIN = Misconception(
    "same_epsilon_again",
    "Two calls measured the slope at the same places.",
    "Draw ε inside the function, and set no seed there: each call visits new places.",
)
ONE_FOR_ALL = Misconception(
    "one_sample_for_all",
    "Some of the samples belong to none of your lines, and others to several.",
    "N real and N fake samples make N lines: each sample is the end of one of them.",
    share=0.5,
)
MISCONCEPTIONS = (
    ONLY_ENDS,
    SAME_PLACE,
    ONE_PER_BATCH,
    PER_NUMBER,
    OUTSIDE,
    OFF_LINE,
    NOT_UNIFORM,
    SAME_AGAIN,
    ONE_FOR_ALL,
)
ON_LINE = "x̂ on the line between a real and a fake sample"


def judge_points(findings: Findings, points: torch.Tensor, real: torch.Tensor, fake: torch.Tensor) -> None:
    """Insist that each point lies on a line between a real and a fake sample.

    Any pairing will do: real samples may have been shuffled.

    Args:
        findings: where to note.
        points: (N, …).
        real: one end of the lines, (N, …).
        fake: the other end, (N, …).

    Raises:
        GiveUp: after a finding.
    """
    x, a, b = (t.flatten(1).double() for t in (points, real, fake))
    pairs, off, width = _places(x, a, b)
    best = off.flatten(1).min(dim=1)
    share = pairs.flatten(1).gather(1, best.indices[:, None]).flatten()
    if bool((best.values > 1e-4 * (1 + width)).any()):
        own = (x - b) / (a - b)  # ε of each number, if each had its own
        both = x / (a + b)  # ε of the real and of the fake sample alike
        per_number = bool(((own >= -1e-4) & (own <= 1 + 1e-4)).all()) and float(both.std(dim=1).max()) > 1e-3
        findings.insist(False, ON_LINE, "epsilon_per_number" if per_number else "off_the_line")
    outside = bool(((share < -1e-4) | (share > 1 + 1e-4)).any())
    findings.insist(not outside, ON_LINE, "beyond_the_ends")
    at_ends = bool(((share < 1e-6) | (share > 1 - 1e-6)).all())
    findings.insist(len(share) == 1 or not at_ends, ON_LINE, "only_at_samples")
    findings.passed(ON_LINE)
    ends = best.indices // len(b), best.indices % len(b)
    # On a line of numbers every point lies between many pairs.
    used = x.shape[1] == 1 or all(len(end.unique()) == len(end) for end in ends)
    findings.require(used, "each sample at the end of one line", "one_sample_for_all")


def _places(x: torch.Tensor, a: torch.Tensor, b: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, float]:
    """Return each point's place on each line (N, N, N), its distance from it, and the lines' typical length."""
    line = a[None, :, None] - b[None, None, :]
    rest = x[:, None, None] - b[None, None, :]
    place = (rest * line).sum(-1) / line.square().sum(-1).clamp_min(1e-12)
    off = (rest - place[..., None] * line).norm(dim=-1)
    return place, off, float(line.norm(dim=-1).mean())


def judge_spread(findings: Findings, calls: list[torch.Tensor]) -> None:
    """Insist that places on one line differ from sample to sample and from call to call, and are uniform.

    Args:
        findings: where to note.
        calls: the places, 0 to 1, of two calls.

    Raises:
        GiveUp: after a finding.
    """
    first, second = calls
    if float(first.max() - first.min()) < 1e-5:
        moved = float((second - first).abs().max()) > 1e-5
        ends = float(first[0]) < 1e-6 or float(first[0]) > 1 - 1e-6
        what = "one_epsilon_per_batch" if moved else "only_at_samples" if ends else "always_the_same_place"
        findings.insist(False, "a place of its own for each sample", what)
    findings.passed("a place of its own for each sample")
    again = torch.allclose(first, second, atol=1e-6)
    findings.insist(not again, "new places at each call", "same_epsilon_again")
    outside = bool(((first < -1e-4) | (first > 1 + 1e-4)).any())
    findings.insist(not outside, ON_LINE, "beyond_the_ends")
    # Places on a fixed grid (0, 1/N, …) are uniform as well; what was drawn shows from call to call.
    both = torch.cat(calls).sort().values
    gap = float((both - torch.arange(1, len(both) + 1) / len(both)).abs().max())
    # The largest distance d of n places from the uniform distribution: 2·e^(−2·n·d²) < 1e-8.
    findings.insist(gap < math.sqrt(9.6 / len(both)), "ε is uniform", "not_uniform")
