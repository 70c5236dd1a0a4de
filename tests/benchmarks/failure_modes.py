"""What assignment 04 says of many seeds: which runs collapse, and what each remedy cures.

    python tests/benchmarks/failure_modes.py --seeds 20

The ring of eight Gaussians (radius 2, std 0.02), played by ``gan_course.side_by_side``, as in the notebook.
For every setting, over all seeds: least and largest number of captured and of touched modes, and of the share
of good samples; seeds with all modes captured; the largest reverse KL; seconds of CPU time a seed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.data import grid, ring
from gan_course.metrics import mode_coverage, reverse_kl
from gan_course.side_by_side import play

if not __package__:  # run as a file, not as a module of the repository
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks._measure import parser, report


def _saturating(logits: torch.Tensor) -> torch.Tensor:
    return -F.softplus(logits).mean()


SETTINGS: dict[str, dict[str, Any]] = {
    "slow D": {"g_lr": 2e-3, "d_lr": 1e-4, "steps": 1500},
    "slow D, saturating": {"g_lr": 2e-3, "d_lr": 1e-4, "steps": 1500, "g_loss": _saturating},
    "slow D, all three": {"g_lr": 2e-3, "d_lr": 1e-4, "r1": 0.1, "decay": 0.05, "average": 0.995},
    "equal rates": {},
    "equal rates, saturating": {"g_loss": _saturating},
    "R1": {"r1": 0.1},
    "falling rates": {"decay": 0.05},
    "average": {"average": 0.995},
    "R1 and falling rates": {"r1": 0.1, "decay": 0.05},
    "R1 and average": {"r1": 0.1, "average": 0.995},
    "all three": {"r1": 0.1, "decay": 0.05, "average": 0.995},
    "all three, saturating": {"r1": 0.1, "decay": 0.05, "average": 0.995, "g_loss": _saturating},
    "grid, all three": {"r1": 0.2, "decay": 0.05, "average": 0.995, "steps": 5000},
}


def measure(name: str, seeds: int) -> dict[str, Any]:
    """Play one setting, five seeds at a time."""
    target = grid() if name.startswith("grid") else ring()
    begin, found, shares = time.process_time(), [], []
    for first in range(0, seeds, 5):
        games = play(target, seeds=range(first, min(first + 5, seeds)), **SETTINGS[name])
        for samples in games.sample(2500):
            found.append(mode_coverage(samples, target.modes, target.std))
            shares.append(reverse_kl(samples, target.modes))
    good = [c.good for c in found]
    return {
        "captured": [min(c.captured for c in found), max(c.captured for c in found)],
        "touched": [min(c.any for c in found), max(c.any for c in found)],
        "good": [round(min(good), 3), round(max(good), 3)],
        "all_captured": sum(c.captured == len(target.modes) for c in found),
        "reverse_kl_max": round(max(shares), 2),
        "seconds_per_seed": round((time.process_time() - begin) / seeds, 1),
    }


def main() -> None:
    made = parser(__doc__.splitlines()[0])
    made.add_argument("--seeds", type=int, default=20)
    made.add_argument(
        "--only", action="append", choices=sorted(SETTINGS), help="one setting; may be repeated"
    )
    options = made.parse_args()
    torch.set_num_threads(options.threads or 1)
    result: dict[str, Any] = {"seeds": options.seeds}
    for name in options.only or SETTINGS:
        result[name] = measure(name, options.seeds)
        if not options.json:
            print(f"{name:26s} {result[name]}", flush=True)
    report(result, options.json)


if __name__ == "__main__":
    main()
