"""How many modes the loop finds on the ring and the grid, beside the papers' numbers.

    python tests/benchmarks/toy_modes.py --json

Ring: 8 Gaussians on a circle of radius 2, std 0.02; grid: 25 Gaussians two apart, std 0.05. 2,500 samples a
seed; a mode is captured with at least 20 of them within three standard deviations; "good" is the share of
samples within three standard deviations of some mode (98.9% for perfect samples). Seconds are CPU time of one
thread, so that other programs on the machine do not count.

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
from gan_course.training import R1, train

if not __package__:  # run as a file, not as a module of the repository
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks._measure import parser, report
from tests.benchmarks._networks import toy_mlp

COMMON = {
    "loss": "non_saturating",
    "batch_size": 64,
    "reuse_fakes": True,
    "penalty_every": 4,
    "betas": (0.0, 0.99),
    "decay": 0.05,
    "average": 0.995,
}
RECIPES: dict[str, dict[str, Any]] = {
    "ring": {**COMMON, "steps": 8000, "lr": 2e-3, "penalty": R1(0.1)},
    "grid": {**COMMON, "steps": 15000, "lr": 2e-3, "penalty": R1(0.2)},
}

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


def one_seed(data: GaussianMixture, seed: int, options: dict[str, Any]) -> dict[str, float]:
    """Train once and measure."""
    torch.manual_seed(seed)
    generator, discriminator = toy_mlp(2, 2), toy_mlp(2, 1)
    begin = time.process_time()
    run = train(generator, discriminator, data, seed=seed, progress=False, **options)
    seconds = time.process_time() - begin
    samples = run.sample(2500, seed=10_000 + seed)
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
    made.add_argument("--only", choices=sorted(RECIPES), help="one of the two")
    options = made.parse_args()
    torch.set_num_threads(options.threads or 1)
    result: dict[str, Any] = {"device": "cpu", "threads": torch.get_num_threads(), "seeds": options.seeds}
    slowest = 0.0
    for name in [options.only] if options.only else RECIPES:
        data = {"ring": gan_course.data.ring, "grid": gan_course.data.grid}[name]()
        rows = [one_seed(data, seed, RECIPES[name]) for seed in range(options.seeds)]
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
