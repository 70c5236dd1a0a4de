"""Single claims of the lessons, measured with their own functions: what `lesson_ranges.py --part` plays.

Every function takes the names that a solved notebook defines and a seed, and yields names with values.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import torch
from scipy.optimize import linear_sum_assignment

from gan_course.metrics import memorisation, mode_coverage
from gan_course.project import PUBLIC_VARIANT, Variant, figures, variant
from gan_course.seeding import seed_everything
from gan_course.training import R1

Lesson = dict[str, Any]
Values = Iterator[tuple[str, float]]


def long_run(lesson: Lesson, seed: int) -> Any:
    """06: the lesson's run of 45 epochs; parts that look at the same seed share it."""
    runs: dict[int, Any] = lesson.setdefault("runs by seed", {})
    if seed not in runs:
        runs.clear()
        runs[seed] = lesson["GAN"](45, seed=seed)
    return runs[seed]


def critic_steps(lesson: Lesson, seed: int) -> Values:
    """05: the ring with λ = 10, by the critic's steps per step of G."""
    ring = lesson["ring"]
    for k in (1, 5):
        _, samples = lesson["table_row"](
            f"k = {k}",
            ring,
            1500,
            seed=seed,
            k=k,
            penalty=lesson["weighted"](10.0),
            **lesson["wasserstein_pair"],
        )
        found = mode_coverage(samples, ring.modes, ring.std)
        yield f"ring, λ = 10, k = {k}: captured", found.captured
        yield f"ring, λ = 10, k = {k}: good", 100 * found.good


def lines_of_the_penalty(lesson: Lesson, seed: int) -> Values:
    """05: lengths of the lines to the partner in the optimal plan, and of those that the penalty uses."""
    seed_everything(seed)
    real, fake = lesson["ring"].sample(512), lesson["blurred_ring"].sample(512)
    ways = torch.cdist(real, fake)
    yield "length of a partner's line", float(ways[linear_sum_assignment(ways)].mean())
    yield "length of a line of the penalty", float((real - fake).norm(dim=1).mean())


def blind_labels(lesson: Lesson, seed: int) -> Values:
    """07: class accuracy of a generator whose D does not see y, and its average over all labellings."""
    generator, _ = lesson["train_on_digits"](lesson["Blind"], lesson["two_kinds"], 600, seed)
    images, labels = lesson["sampled"](generator)
    read = lesson["judge"]().predict(images).cpu()
    labels, classes = labels.cpu(), lesson["CLASSES"]
    yield "blind D: class accuracy", 100 * float((read == labels).float().mean())
    # The ten turns of the labels use every pair of a label given and a digit meant once.
    turned = [100 * float((read == (labels + turn) % classes).float().mean()) for turn in range(classes)]
    yield "blind D: average over the ten turns of the labels", sum(turned) / classes


def yardsticks(lesson: Lesson, seed: int) -> Values:
    """06: the Fréchet distance of training pictures handed out, and what notices the copying."""
    training, held_out, n = lesson["TRAINING"], lesson["HELD_OUT"], lesson["FEW"]
    own = torch.Generator().manual_seed(seed)
    copies = training.x[torch.randint(len(training), (n,), generator=own)]
    yield "copier: distance", float(lesson["the_ruler"]()(copies))
    found = memorisation(copies.flatten(1), training.x.flatten(1), held_out.x.flatten(1))
    yield "copier: share of copies", 100 * found.copies
    yield "copier: z of the memorisation test", found.z


def how_sure(lesson: Lesson, seed: int) -> Values:
    """06: how often the classifier is more than 90% sure, and D right, after the long run."""
    gan, ruler = long_run(lesson, seed), lesson["the_ruler"]()
    fakes, held_out = gan.run.sample(lesson["FEW"]), lesson["HELD_OUT"].x
    for name, x in (("fakes", fakes), ("held-out digits", held_out)):
        sure = ruler.classifier.probabilities(x).amax(dim=1)
        yield f"{name} read with over 0.9 certainty", 100 * float((sure > 0.9).float().mean())
    yield "distance of the fakes", float(ruler(fakes))
    found = memorisation(fakes.flatten(1), lesson["TRAINING"].x.flatten(1), held_out.flatten(1))
    yield "fakes: share of copies", 100 * found.copies
    yield "fakes: z of the memorisation test", found.z
    yield "D right", gan.accuracy[1][-1]


REMEDIES: dict[str, dict[str, Any]] = {
    "plain": {},
    "falling rate": {"decay": 0.05, "decay_from": 0.5},
    "averaged weights": {"average": 0.99},
    "R1": {"penalty": R1(0.1), "penalty_every": 4},
}


def impostors(lesson: Lesson, seed: int) -> Values:
    """13: what the four figures say of fresh rows and of generators that cheat, a variant a seed."""
    of = _variant(seed)
    yield from _figures("fresh rows", of.mixture.sample(2000), of)
    for name, samples in lesson["impostors"](of, seed=seed).items():
        yield from _figures(name, samples, of)


def recipes(lesson: Lesson, seed: int) -> Values:
    """13: the plain game, with one remedy each, and the lesson's own recipe, a variant a seed."""
    of = _variant(seed)
    for name, remedy in REMEDIES.items():
        samples, _ = lesson["played"](partial(lesson["plain_game"], **remedy), of)
        yield from _figures(name, samples, of)
    yield from _figures("the lesson's recipe", lesson["played"](lesson["train"], of)[0], of)


def _variant(seed: int) -> Variant:
    """The three variants that the notebook shows, then others."""
    return variant((PUBLIC_VARIANT, 11, 12)[seed] if seed < 3 else 10 + seed)


def _figures(name: str, samples: torch.Tensor, of: Variant) -> Values:
    found = figures(samples, of)
    for what in ("coverage", "quality", "diversity", "copies"):
        yield f"{name}: {what}", 100 * getattr(found, what)
    yield f"{name}: passes", all(found.passes.values())
