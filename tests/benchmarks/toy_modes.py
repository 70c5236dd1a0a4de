"""How many modes the loop finds on the ring and the grid, beside the papers' numbers.

    python tests/benchmarks/toy_modes.py --json

Ring: 8 Gaussians on a circle of radius 2, std 0.02; grid: 25 Gaussians two apart, std 0.05. 2,500 samples a
seed; a mode is captured with at least 20 of them within three standard deviations; "good" is the share of
samples within three standard deviations of some mode (98.9% for perfect samples).

Five seeds at a time are played side by side in one batched network, as assignment 04 does it. Seconds are CPU
time of one thread, so that other programs on the machine do not count, divided by the seeds that shared it.
``--loop`` plays each seed alone with ``gan_course.training.train``.

Prints at least ``ring_modes_min``, ``ring_good_min``, ``grid_modes_min``, ``grid_good_min`` and
``seconds_per_seed`` (the slowest seed).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import torch

import gan_course
from gan_course.data import GaussianMixture
from gan_course.metrics import mode_coverage, reverse_kl
from gan_course.side_by_side import play
from gan_course.training import R1, train

if not __package__:  # run as a file, not as a module of the repository
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks._measure import parser, report
from tests.benchmarks._networks import toy_mlp

PENALTY = {"ring": 0.1, "grid": 0.2}  # R1's weight
STEPS = {"ring": 8000, "grid": 18_000}
TOGETHER = 5  # games played side by side

# Published results: (method, modes, share of good samples).
PAPERS: dict[str, list[tuple[str, float, float | None]]] = {
    "ring": [
        ("GAN (VEEGAN, table 1)", 1.0, None),
        ("Unrolled GAN (VEEGAN, table 1)", 7.6, None),
        ("VEEGAN (table 1)", 8.0, 0.529),
        ("PacGAN (table 1)", 7.9, 0.956),
    ],
    "grid": [
        ("VEEGAN (table 1)", 24.6, 0.40),
        ("PacGAN (table 1)", 24.8, 0.936),
    ],
}


Row = dict[str, float]


def side_by_side(name: str, data: GaussianMixture, seeds: int) -> list[Row]:
    """Play the seeds in groups, each group as one batched network; seconds are a group's, shared evenly."""
    rows: list[Row] = []
    for first in range(0, seeds, TOGETHER):
        group = range(first, min(first + TOGETHER, seeds))
        begin = time.process_time()
        games = play(
            data, seeds=group, steps=STEPS[name], r1=PENALTY[name], decay=0.05, average=0.995, batch=64
        )
        seconds = (time.process_time() - begin) / len(group)
        rows += [_judged(samples, data, seconds) for samples in games.sample(2500, seed=10_000 + first)]
    return rows


def one_by_one(name: str, data: GaussianMixture, seeds: int) -> list[Row]:
    """Play each seed alone with the library's loop."""
    return [_alone(name, data, seed) for seed in range(seeds)]


def _alone(name: str, data: GaussianMixture, seed: int) -> Row:
    torch.manual_seed(seed)
    generator, discriminator = toy_mlp(2, 2), toy_mlp(2, 1)
    begin = time.process_time()
    run = train(
        generator,
        discriminator,
        data,
        loss="non_saturating",
        steps=STEPS[name],
        penalty=R1(PENALTY[name]),
        penalty_every=4,
        batch_size=64,
        reuse_fakes=True,
        lr=2e-3,
        betas=(0.0, 0.99),
        decay=0.05,
        average=0.995,
        seed=seed,
        progress=False,
    )
    seconds = time.process_time() - begin
    return _judged(run.sample(2500, seed=10_000 + seed), data, seconds)


def _judged(samples: torch.Tensor, data: GaussianMixture, seconds: float) -> Row:
    found = mode_coverage(samples, data.modes, data.std)
    return {
        "modes": found.captured,
        "touched": found.any,
        "good": found.good,
        "reverse_kl": reverse_kl(samples, data.modes),
        "seconds": seconds,
    }


def table(name: str, rows: list[dict[str, float]], total: int) -> str:
    """Return the measured means beside the papers' numbers."""

    def mean(key: str) -> float:
        return sum(r[key] for r in rows) / len(rows)

    lines = [f"{name:<34} modes of {total}   good   reverse KL   CPU s"]
    for method, modes, good in PAPERS[name]:
        lines.append(f"{method:<34} {modes:11.1f}  {'' if good is None else f'{good:5.1%}'}")
    lines.append(
        f"{f'here, mean of {len(rows)} seeds':<34} {mean('modes'):11.1f}  {mean('good'):5.1%}"
        f"  {mean('reverse_kl'):10.3f}  {mean('seconds'):6.1f}"
    )
    return "\n".join(lines)


def main() -> None:
    made = parser(__doc__.splitlines()[0])
    made.add_argument("--seeds", type=int, default=10)
    made.add_argument("--only", choices=sorted(STEPS), help="one of the two")
    made.add_argument("--loop", action="store_true", help="each seed alone, with the library's training loop")
    options = made.parse_args()
    torch.set_num_threads(options.threads or 1)
    result: dict[str, Any] = {"device": "cpu", "threads": torch.get_num_threads(), "seeds": options.seeds}
    slowest = 0.0
    for name in [options.only] if options.only else STEPS:
        data = {"ring": gan_course.data.ring, "grid": gan_course.data.grid}[name]()
        rows = (one_by_one if options.loop else side_by_side)(name, data, options.seeds)
        slowest = max(slowest, *(r["seconds"] for r in rows))
        for key, short in (("modes", min), ("good", min), ("reverse_kl", max), ("seconds", max)):
            result[f"{name}_{key}_{short.__name__}"] = short(r[key] for r in rows)
        full = sum(r["modes"] == len(data.modes) and r["good"] >= 0.9 for r in rows)
        result[f"{name}_seeds_all_modes_and_90_good"] = full
        result[f"{name}_by_seed"] = [
            [int(r["modes"]), round(r["good"], 4), round(r["seconds"], 1)] for r in rows
        ]
        if not options.json:
            print(table(name, rows, len(data.modes)), end="\n\n")
    report({**result, "seconds_per_seed": slowest}, options.json)


if __name__ == "__main__":
    main()
