"""Where a gradient penalty asks for the slope: on straight lines from real to fake samples, one place each."""

from __future__ import annotations

from collections.abc import Callable

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.findings import Sheet
from gan_course.exercises.inputs import Dice
from gan_course.exercises.student.handle import Ref, Student, StudentFault

Asked = Callable[[Student, int], torch.Tensor | None]

ONLY_ENDS = Misconception(
    "only_at_samples",
    "You measure the slope at the real or at the fake samples only.",
    "The critic must be tame on the way from one to the other: the earth travels there.",
)
MIDPOINT = Misconception(
    "always_the_same_place",
    "You measure the slope at the same place of every line, such as the midpoint.",
    "ε is drawn afresh and uniformly from 0 to 1, so that in time every place of the line is visited.",
)
ONE_PER_BATCH = Misconception(
    "one_epsilon_per_batch",
    "All samples of a batch share one ε.",
    "Each line gets a place of its own: how many random numbers do N samples need?",
)
PER_PIXEL = Misconception(
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
REUSED = Misconception(
    "same_epsilon_again",
    "Two calls measured the slope at the same places.",
    "Draw ε inside the function, and set no seed there: each call visits new places.",
)
POINT_MISCONCEPTIONS = (
    ONLY_ENDS,
    MIDPOINT,
    ONE_PER_BATCH,
    PER_PIXEL,
    OUTSIDE,
    OFF_LINE,
    NOT_UNIFORM,
    REUSED,
)
ON_LINE = "x̂ on the line between a real and a fake sample"
# Two calls of 1,000. Largest distance of a distribution of 2,000 from the uniform one: 2·e^(−2·2000·d²) < 1e-8 at 0.07.
SPREAD_SIZE, SPREAD_GAP = 1_000, 0.07


def judge_points(sheet: Sheet, points: torch.Tensor, real: torch.Tensor, fake: torch.Tensor) -> None:
    """Insist that each point lies on a line between a real and a fake sample, at places that differ.

    Any pairing will do: real samples may have been shuffled.

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
        sheet.insist(False, ON_LINE, "epsilon_per_number" if per_number else "off_the_line")
    outside = bool(((share < -1e-4) | (share > 1 + 1e-4)).any())
    sheet.insist(not outside, ON_LINE, "beyond_the_ends")
    at_ends = bool(((share < 1e-6) | (share > 1 - 1e-6)).all())
    sheet.insist(len(share) == 1 or not at_ends, ON_LINE, "only_at_samples")
    sheet.passed(ON_LINE)


def _places(x: torch.Tensor, a: torch.Tensor, b: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, float]:
    """Return each point's place on each line (N, N, N), its distance from it, and the lines' typical length."""
    line = a[None, :, None] - b[None, None, :]
    rest = x[:, None, None] - b[None, None, :]
    place = (rest * line).sum(-1) / line.square().sum(-1).clamp_min(1e-12)
    off = (rest - place[..., None] * line).norm(dim=-1)
    return place, off, float(line.norm(dim=-1).mean())


def judge_spread(student: Student, dice: Dice, sheet: Sheet, name: str, asked: Asked) -> None:
    """Insist that ε differs from sample to sample and from call to call, and is uniform.

    All real samples are one point and all fakes another, so that a point tells its ε.

    Args:
        student: the handle.
        dice: draws the two points.
        sheet: where findings go.
        name: the exercise.
        asked: reads from the tape where the critic was asked.

    Raises:
        GiveUp: after a finding.
    """
    shape = (1, 2, 2)
    critic = student.spy_module("D", [("flatten",), ("linear", dice.normal(1, 4), dice.normal(1))])
    start, end = dice.normal(1, *shape) + 3.0, dice.normal(1, *shape) - 3.0
    seen = [_epsilons(student, name, asked, critic, start, end) for _ in range(2)]
    first = seen[0]
    if float(first.max() - first.min()) < 1e-5:
        moved = float((seen[1] - first).abs().max()) > 1e-5
        ends = float(first[0]) < 1e-6 or float(first[0]) > 1 - 1e-6
        what = "one_epsilon_per_batch" if moved else "only_at_samples" if ends else "always_the_same_place"
        sheet.insist(False, "a place of its own for each sample", what)
    sheet.passed("a place of its own for each sample")
    again = len(seen[0]) == len(seen[1]) and torch.allclose(seen[0], seen[1], atol=1e-6)
    sheet.insist(not again, "new places at each call", "same_epsilon_again")
    outside = bool(((first < -1e-4) | (first > 1 + 1e-4)).any())
    sheet.insist(not outside, ON_LINE, "beyond_the_ends")
    # Places on a fixed grid (0, 1/N, …) are uniform as well; what was drawn shows from call to call.
    both = torch.cat(seen).sort().values
    gap = float((both - torch.arange(1, len(both) + 1) / len(both)).abs().max())
    sheet.insist(gap < SPREAD_GAP, "ε is uniform", "not_uniform")


def _epsilons(
    student: Student, name: str, asked: Asked, critic: Ref, start: torch.Tensor, end: torch.Tensor
) -> torch.Tensor:
    n = SPREAD_SIZE
    student.tape()
    student.call(name, critic, *(t.expand(n, -1, -1, -1).clone() for t in (start, end)))
    points = asked(student, n)
    if points is None:
        raise StudentFault("wire", "the critic was asked at another number of points than in smaller batches")
    line = (start - end).flatten()
    return ((points - end).flatten(1) @ line / line.square().sum()).flatten()
