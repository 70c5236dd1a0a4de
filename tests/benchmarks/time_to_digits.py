"""How long until the digits look like digits: seconds from nothing to samples of a stated quality.

    python tests/benchmarks/time_to_digits.py --json --tutorial PATH

Quality is the Fréchet distance of samples from held-out real digits, in the features of the course's
classifier, as a multiple of the distance between real and real. Training and reference pictures are disjoint,
and the same for all: (a) the training code of the public repository eriklindernoren/PyTorch-GAN, unmodified;
(b) the same networks in the library's loop; (c) the course's best recipe. Without a copy of the repository
(``--tutorial``) and torchvision, (a), (b) and the ratio are null. Whoever does not get there within
``--limit`` seconds is censored: the limit stands for the time, and a ratio is then a lower bound.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import statistics
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

import gan_course
from gan_course.data import TensorData
from gan_course.metrics import frechet_distance, train_classifier
from gan_course.training import Run

if not __package__:  # run as a file, not as a module of the repository
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks._contestants import Ours, PublicScript, best_recipe, their_networks
from tests.benchmarks._measure import parser, report

LEVELS = (20, 10, 5, 3)  # times real against real
RATIO_AT = 20
JUDGE_STEPS = 800
Contestant = Ours | PublicScript
# Where a step's time should go: the matrix products and convolutions that no loop can leave out.
PRODUCTS = ("mm", "addmm", "bmm", "baddbmm", "linear", "convolution", "conv2d", "conv_transpose2d")


@dataclass(frozen=True)
class Look:
    """Samples at one moment, judged.

    Attributes:
        seconds: Trained so far.
        multiple: Fréchet distance as a multiple of real against real.
        recognised: Share of samples whose class the classifier gives at least 0.9.
    """

    seconds: float
    multiple: float
    recognised: float


class Judge:
    """Compares samples with held-out digits that neither a generator nor the classifier was trained on."""

    def __init__(self, train: TensorData, held_out: TensorData) -> None:
        """Train the classifier, and measure real against real on the two halves of the held-out digits."""
        self.size = train.shape[-1]
        self._classifier = train_classifier(train, steps=JUDGE_STEPS)
        half = len(held_out) // 2
        self._reference = self._classifier.features(held_out.x[:half])
        self.n = half
        self.floor = frechet_distance(self._reference, self._classifier.features(held_out.x[half : 2 * half]))
        self.recognised_real = self._recognised(held_out.x)

    def __call__(self, seconds: float, samples: Tensor) -> Look:
        """Judge as many samples as there are reference pictures."""
        shown = samples[: self.n]
        if shown.shape[-1] != self.size:  # the public DCGAN works in powers of two only
            shown = F.interpolate(shown, (self.size, self.size), mode="bilinear", antialias=True)
        distance = frechet_distance(self._reference, self._classifier.features(shown))
        return Look(seconds, distance / self.floor, self._recognised(shown))

    def _recognised(self, pictures: Tensor) -> float:
        sure = self._classifier.probabilities(pictures).max(dim=1).values > 0.9
        return float(sure.float().mean())


def main() -> None:
    made = parser(__doc__.splitlines()[0])
    made.add_argument("--tutorial", type=Path, help="a copy of eriklindernoren/PyTorch-GAN")
    made.add_argument(
        "--limit", type=float, default=60.0, help="seconds of training; at 28x28 three times that"
    )
    made.add_argument("--seeds", type=int, nargs="+", default=[0, 1])
    made.add_argument("--sizes", type=int, nargs="+", default=[16, 28])
    made.add_argument("--only-ours", action="store_true", help="leave the public code and its networks out")
    options = made.parse_args()
    threads = options.threads or min(2, os.cpu_count() or 1)
    torch.set_num_threads(threads)
    repository = None if options.only_ours else options.tutorial
    result: dict[str, Any] = {
        "device": f"cpu ({platform.machine()}, {os.cpu_count()} cores)",
        "threads": threads,
        "seeds": options.seeds,
        "data": "5,000 digits of MNIST: 4,000 for training, 1,000 held out",
    }
    by_size = {}
    for size in options.sizes:
        limit = options.limit if size <= 16 else 3 * options.limit
        by_size[str(size)] = compare(size, limit, options.seeds, repository, threads)
    report(result | joined(by_size) | {"ratio_to_quality": ratios(by_size)}, options.json)


def contestants(size: int, repository: Path | None, threads: int) -> dict[str, Contestant | None]:
    """Return who takes part at a size, by name; None who cannot."""
    found: dict[str, Contestant | None] = {}
    whole = size if size % 16 == 0 else 32
    for name, own in (("gan", size), ("dcgan", whole)):
        script = networks = None
        if repository is not None:
            networks = their_networks(repository, name, own)
            if importlib.util.find_spec("torchvision") is not None:
                script = PublicScript(repository, name, own, threads)
        found[f"public_{name}"], found[f"{name}_in_our_loop"] = script, networks
    return {**found, "best_recipe": best_recipe(size)}


def compare(
    size: int, limit: float, seeds: Iterable[int], repository: Path | None, threads: int
) -> dict[str, Any]:
    """Let everybody train on every seed in turn, and judge what they show."""
    train, held_out = (gan_course.data.mnist_5k(split, size=size) for split in ("train", "test"))
    whole = gan_course.data.mnist_5k("train")
    judge = Judge(train, held_out)
    field = contestants(size, repository, threads)
    looks: dict[str, list[list[Look]]] = {name: [] for name, who in field.items() if who is not None}
    names = list(looks)
    for turn, seed in enumerate(seeds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            who = field[name]
            assert who is not None
            # A script shrinks or enlarges the pictures by itself, as it does with MNIST.
            given = whole if isinstance(who, PublicScript) else fitting(train, who.size)
            shown = who.looks(given, seed, limit, 100 * -(-judge.n // 100))
            looks[name].append([judge(seconds, samples) for seconds, samples in shown])
    return {
        **summary(looks, limit),
        "networks": {name: None if who is None else who.weights() for name, who in field.items()},
        "real_against_real": judge.floor,
        "recognised_real": judge.recognised_real,
        "share_of_matmul": share_of_matmul(best_recipe(size).run(train, 0, 1000)),
        "absent": [name for name, who in field.items() if who is None],
    }


def fitting(data: TensorData, size: int) -> TensorData:
    """Return the training pictures at the size a contestant's networks work with."""
    if data.shape[-1] == size:
        return data
    enlarged = F.interpolate(data.x, (size, size), mode="bilinear", align_corners=False)
    return TensorData(enlarged, data.y, name=data.name, classes=data.classes, range=data.range)


def summary(looks: dict[str, list[list[Look]]], limit: float) -> dict[str, Any]:
    """Return when each level was reached (median over seeds), who was censored, and how it ended."""
    reached = {
        name: {level: [first_below(run, level) for run in runs] for level in LEVELS}
        for name, runs in looks.items()
    }
    return {
        "seconds_to": {
            name: {
                str(level): statistics.median(limit if s is None else s for s in times)
                for level, times in by.items()
            }
            for name, by in reached.items()
        },
        "censored": {
            name: {str(level): sum(s is None for s in times) for level, times in by.items()}
            for name, by in reached.items()
        },
        "seconds": limit,
        "frechet": {
            name: [[(round(look.seconds, 1), round(look.multiple, 1)) for look in run] for run in runs]
            for name, runs in looks.items()
        },
        "recognised": {name: [run[-1].recognised for run in runs] for name, runs in looks.items()},
    }


def first_below(run: list[Look], level: float) -> float | None:
    """Return when a run first reached a level; None if it never did."""
    return next((look.seconds for look in run if look.multiple <= level), None)


def joined(by_size: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Turn results by size into sizes by result."""
    keys = next(iter(by_size.values())).keys()
    return {key: {size: result[key] for size, result in by_size.items()} for key in keys}


def ratios(by_size: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return how many times as long the public DCGAN takes as the recipe, and whether it is a lower bound."""
    found: dict[str, Any] = {}
    for size, result in by_size.items():
        times, cut, level = result["seconds_to"], result["censored"], str(RATIO_AT)
        if "public_dcgan" not in times or cut["best_recipe"][level]:
            found[size] = None
            continue
        value = times["public_dcgan"][level] / times["best_recipe"][level]
        found[size] = {"value": value, "lower_bound": cut["public_dcgan"][level] > 0}
    return found


def share_of_matmul(run: Run, steps: int = 20) -> float:
    """Return the time in matrix products and convolutions over the time of a step."""
    run.advance(5)  # warm up
    begin = time.perf_counter()
    run.advance(steps)
    whole = time.perf_counter() - begin
    with torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU]) as profile:
        run.advance(steps)
    spent = sum(
        event.self_cpu_time_total
        for event in profile.key_averages()
        if any(word in event.key.removeprefix("aten::") for word in PRODUCTS)
    )
    return min(1.0, spent / 1e6 / whole)


if __name__ == "__main__":
    main()
