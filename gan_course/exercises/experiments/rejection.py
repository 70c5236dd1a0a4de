"""Discriminator rejection sampling: which of the samples that D was shown are kept, and how often.

Judged by properties alone: whether a sample is kept is chance, how often is not. D's heights are nearly steps, so
that there are four kinds of samples, and the largest logit is met early (or, in one world, late).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import torch

from gan_course.exercises.findings import Findings
from gan_course.exercises.inputs import Inputs
from gan_course.exercises.labelled_players import SET_BACK, streams_set_back
from gan_course.exercises.rejection_mistakes import MISTAKES
from gan_course.exercises.student.handle import NumpyValue, Student, StudentFault
from gan_course.exercises.values import type_text

VERSION = 1
MISCONCEPTIONS = (*MISTAKES, SET_BACK)
FORM, CHANCE, MAXIMUM, FINITE = "n samples of G", "kept with e^(a − L)", "the largest so far", "large logits"
STEEP = 60.0  # of the two steps in D: nearly every sample lies on one of four heights
SIGMAS = 6.0  # a right answer is farther off by chance once in 10⁸ plays


@dataclass(frozen=True)
class World:
    """Where the four kinds of samples lie, and how large their logits are.

    Attributes:
        borders: the two steps, in the coordinates of a sample.
        heights: what a sample gains by lying beyond each of them.
        shift: added to every logit.
    """

    borders: tuple[float, float]
    heights: tuple[float, float]
    shift: float

    def layers(self) -> list[tuple[Any, ...]]:
        """D as layers of a spy."""
        steps = torch.tensor([[STEEP, 0.0], [0.0, STEEP]]), -STEEP * torch.tensor(self.borders)
        return [
            ("linear", *steps),
            ("tanh",),
            ("linear", torch.tensor([self.heights]), torch.tensor([self.shift])),
        ]

    def logits(self, x: torch.Tensor) -> torch.Tensor:
        """The logits of samples (N, 2), as float64: shape (N,)."""
        steps = torch.tanh(STEEP * (x.double() - torch.tensor(self.borders)))
        return steps @ torch.tensor(self.heights).double() + self.shift


@dataclass(frozen=True)
class Judged:
    """The samples that D was shown after the first draw, up to the last that was kept.

    Attributes:
        gap: a − L of each, L being the largest logit up to the end of its batch, shape (N,).
        kept: which of them came back, shape (N,).
        batch: the number of the batch of each, shape (N,).
    """

    gap: torch.Tensor
    kept: torch.Tensor
    batch: torch.Tensor


def play(student: Student, inputs: Inputs, findings: Findings, exercise: str) -> None:
    """Let the answer choose samples of a generator in three worlds."""
    heights = (inputs.number(0.6, 0.8), inputs.number(0.2, 0.3))
    plain = World((inputs.number(-0.2, 0.2), inputs.number(-0.2, 0.2)), heights, inputs.number(0.3, 1.5))
    played = _several(student, inputs, findings, exercise, plain, burn_in=64, batch=50, times=6, n=150)
    _judge_chance(findings, played)
    back = streams_set_back(
        student, lambda: _run(student, inputs, findings, exercise, plain, n=5, burn_in=8, batch=8), times=3
    )
    findings.require(not back, "random streams run on", "stream_set_back", ", ".join(back))
    late = World((inputs.number(1.1, 1.3), inputs.number(-0.2, 0.2)), (0.9, 0.2), inputs.number(-1.5, 1.5))
    rare = _several(student, inputs, findings, exercise, late, burn_in=1, batch=3, times=12, n=40)
    # One sample of a small batch, many times: what the first draw found is all they have to go by.
    early = _several(student, inputs, findings, exercise, plain, burn_in=64, batch=2, times=240, n=1)
    found = all(_fits(seen) and _best_kept(seen) for seen in (rare, early))
    findings.require(found, MAXIMUM, "stale_maximum")
    for sign in (1, -1):
        _judge_large(
            student, inputs, findings, exercise, World(plain.borders, heights, sign * inputs.number(140, 160))
        )


def _several(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    world: World,
    burn_in: int,
    batch: int,
    times: int,
    n: int,
) -> Judged:
    runs = [_run(student, inputs, findings, exercise, world, n, burn_in, batch) for _ in range(times)]
    before = 0
    batches = []
    for run in runs:
        batches.append(run.batch + before)
        before = int(batches[-1].max()) + 1
    return Judged(torch.cat([r.gap for r in runs]), torch.cat([r.kept for r in runs]), torch.cat(batches))


def _run(
    student: Student,
    inputs: Inputs,
    findings: Findings,
    exercise: str,
    world: World,
    n: int,
    burn_in: int,
    batch: int,
    otherwise: str = "never_enough",
) -> Judged:
    """Call the answer once, and find out which of the samples that D judged came back.

    ``otherwise`` is noted where it goes on drawing for ever.
    """
    noise = student.spy_source("noise", inputs.seed_for(), 2)
    turn = inputs.normal(2, 2, scale=0.05) + torch.eye(2)
    generator = student.spy_module("G", [("linear", turn, None)])
    judge = student.spy_module("D", world.layers(), flat_output=bool(inputs.integer(0, 1)))
    student.tape()
    try:
        value = student.call(exercise, generator, judge, noise, n, burn_in, batch).value
    except StudentFault as fault:
        if fault.type_name != "TooManyEvents":
            raise
        findings.insist(False, FORM, otherwise)
    value = value.tensor if isinstance(value, NumpyValue) else value
    tape = student.tape()
    fits = isinstance(value, torch.Tensor) and tuple(value.shape) == (n, 2)
    findings.insist(fits, FORM, "wrong_count", f"returned {type_text(value)}, wanted shape ({n}, 2)")
    shown = [event["input"].reshape(-1, 2) for event in tape if event["who"] == "D"]
    made = [event["input"] @ turn.T for event in tape if event["who"] == "G"]
    x, of_batch = _each_once(shown)
    place = _places(value.float(), x)
    known = bool(len(x)) and bool(made) and bool((place >= 0).all()) and _made_by_g(x, torch.cat(made))
    findings.insist(known, FORM, "not_drawn")
    findings.insist(len(place.unique()) == n, FORM, "repeated")
    findings.insist(int(place.min()) >= burn_in, FORM, "burn_in_kept")
    return _judged(world.logits(x), place, of_batch, burn_in)


def _each_once(shown: list[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """The samples in the order in which D first met them, (N, 2), and the number of the call, (N,)."""
    if not shown:
        return torch.empty(0, 2), torch.empty(0, dtype=torch.long)
    x = torch.cat(shown)
    calls = torch.cat([torch.full((len(part),), i) for i, part in enumerate(shown)])
    first: dict[tuple[float, ...], int] = {}
    for i, row in enumerate(x.tolist()):
        first.setdefault(tuple(row), i)
    rows = torch.tensor(list(first.values()))
    return x[rows], calls[rows]


def _places(value: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
    """Where each returned row stands among the samples, −1 for none."""
    where = {tuple(row): i for i, row in enumerate(x.tolist())}
    return torch.tensor([where.get(tuple(row), -1) for row in value.tolist()])


def _made_by_g(x: torch.Tensor, made: torch.Tensor) -> bool:
    exactly = "donot_use_mm_for_euclid_dist"  # products of matrices lose the digits of small distances
    return bool((torch.cdist(x, made, compute_mode=exactly).amin(dim=1) < 1e-3).all())


def _judged(logits: torch.Tensor, place: torch.Tensor, of_batch: torch.Tensor, burn_in: int) -> Judged:
    after = torch.arange(len(logits)) >= burn_in
    seen = after & (torch.arange(len(logits)) <= int(place.max()))
    largest = torch.stack([logits[of_batch <= b].max() for b in of_batch[seen].unique()])
    number = torch.searchsorted(of_batch[seen].unique(), of_batch[seen])
    kept = torch.zeros(len(logits), dtype=torch.bool)
    kept[place] = True
    start = logits[:burn_in].max() if burn_in else logits.min()
    gap = logits[seen] - torch.maximum(largest[number], start)
    return Judged(gap, kept[seen], number)


def _judge_chance(findings: Findings, seen: Judged) -> None:
    """Insist that samples are kept by chance, each by itself, as often as e^(a − L) says."""
    shares = [float(seen.kept[kind].double().mean()) for kind in _kinds(seen) if bool(kind.any())]
    border = all(share < 0.15 or share > 0.85 for share in shares)
    findings.insist(not border, CHANCE, "by_a_border")
    findings.insist(not _in_order_within(seen), CHANCE, "one_number_for_all")
    best, worst = (float(seen.kept[m].double().mean()) for m in (seen.gap > -0.2, seen.gap < -1.2))
    findings.insist(
        best > worst, CHANCE, "wrong_way", f"kept {best:.2f} of the best, {worst:.2f} of the worst"
    )
    findings.insist(_best_kept(seen), CHANCE, "best_rejected", f"kept {best:.2f} of them")
    findings.insist(_fits(seen), CHANCE, "wrong_odds", _worst_fit(seen))


def _in_order_within(seen: Judged) -> bool:
    """Whether in no batch a sample was thrown away that stood above one that was kept."""
    telling = 0
    for number in seen.batch.unique():
        own = seen.batch == number
        kept, thrown = seen.gap[own & seen.kept], seen.gap[own & ~seen.kept]
        if len(kept) and len(thrown):
            telling += 1
            if float(thrown.max()) > float(kept.min()) + 1e-3:
                return False
    return telling > 5  # whoever shows D one sample at a time has no batch that could tell


def _best_kept(seen: Judged) -> bool:
    """Whether samples at the largest logit were kept; two may be missing by rounding."""
    return int((~seen.kept & (seen.gap > -1e-5)).sum()) <= 2


def _kinds(seen: Judged) -> list[torch.Tensor]:
    """The samples by their height, the best first."""
    edges = [0.01, -0.25, -0.8, -1.45, -9.0]
    return [(seen.gap < high) & (seen.gap >= low) for high, low in itertools.pairwise(edges)]


def _off(seen: Judged, kind: torch.Tensor) -> float:
    """How many standard deviations the number kept of a kind lies off what e^(a − L) gives."""
    p = seen.gap[kind].exp().clamp(max=1.0)
    return float((seen.kept[kind].double().sum() - p.sum()) / ((p * (1 - p)).sum() + 1.0).sqrt())


def _fits(seen: Judged) -> bool:
    return all(abs(_off(seen, kind)) < SIGMAS for kind in _kinds(seen) if bool(kind.any()))


def _worst_fit(seen: Judged) -> str:
    kind = max((k for k in _kinds(seen) if bool(k.any())), key=lambda k: abs(_off(seen, k)))
    below, wanted = -float(seen.gap[kind].mean()), float(seen.gap[kind].exp().mean())
    yours = float(seen.kept[kind].double().mean())
    return f"of samples {below:.1f} below the largest logit you keep {yours:.2f}, wanted about {wanted:.2f}"


def _judge_large(student: Student, inputs: Inputs, findings: Findings, exercise: str, world: World) -> None:
    """Require that only differences of logits matter, however large the logits are."""
    detail = f"logits near {world.shift:.0f}".replace("-", "−")
    try:
        seen = _run(student, inputs, findings, exercise, world, 150, 64, 50, otherwise="overflow")
    except StudentFault as fault:
        if fault.kind != "raised":
            raise
        findings.insist(False, FINITE, "overflow", detail)
        return
    findings.require(_best_kept(seen) and _fits(seen), FINITE, "overflow", detail)
