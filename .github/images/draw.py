"""Draw the README's picture: one training run on the ring of eight Gaussians, seen at four moments."""

from __future__ import annotations

import copy
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import torch
from torch import Tensor, nn

from gan_course import plots
from gan_course.data import ring
from gan_course.metrics import mode_coverage
from gan_course.training import Run, train

STEPS = (1, 300, 1000, 2500)
SAMPLES = 2500
OUT = Path(__file__).parent / "ring.png"


def perceptron(inputs: int, outputs: int, width: int = 128) -> nn.Module:
    """Return a network of two hidden layers, (N, inputs) -> (N, outputs)."""
    return nn.Sequential(
        nn.Linear(inputs, width),
        nn.ReLU(),
        nn.Linear(width, width),
        nn.ReLU(),
        nn.Linear(width, outputs),
    )


def run(seed: int = 0) -> dict[int, tuple[nn.Module, Tensor]]:
    """Train once and keep D and the samples of G at every moment of ``STEPS``."""
    seen: dict[int, tuple[nn.Module, Tensor]] = {}

    def keep(training: Run) -> None:
        if training.step in STEPS:
            seen[training.step] = (copy.deepcopy(training.discriminator), training.sample(SAMPLES))

    torch.manual_seed(seed)
    train(
        perceptron(2, 2),
        perceptron(2, 1),
        ring(),
        steps=STEPS[-1],
        loss="saturating",
        lr=1e-3,
        decay=0.05,
        average=0.99,
        seed=seed,
        callbacks=[keep],
        progress=False,
    )
    return seen


def main() -> None:
    """Draw and save."""
    data = ring()
    real = data.sample(400, torch.Generator().manual_seed(0))
    moments = run()
    with plots.styled():
        figure, panels = plt.subplots(1, len(STEPS), figsize=(13, 3.6), layout="constrained")
        for ax, step in zip(panels, STEPS, strict=True):
            discriminator, fake = moments[step]
            coverage = mode_coverage(fake, data.modes, data.std)
            title = f"step {step}: {coverage.captured} of {coverage.total} modes"
            plots.surface(discriminator, real=real, fake=fake[:400], ax=ax, title=title, colorbar=False)
            ax.set(xticks=[], yticks=[], xlabel="", ylabel="")
            if step != STEPS[0] and (legend := ax.get_legend()):
                legend.remove()
        figure.savefig(OUT, dpi=110, metadata={"Software": None})
    print(f"{OUT.name}: {OUT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
