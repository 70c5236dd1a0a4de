"""Who draws digits in `time_to_digits.py`: each trains for a stated time and shows samples on the way."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from gan_course.data import TensorData
from gan_course.training import Run, Settings
from tests.benchmarks._tutorial import public_networks

MARKS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 60, 80, 105, 140, 180)
"""Seconds of training after which samples are taken; the taking itself does not count."""

Looks = Iterator[tuple[float, Tensor]]  # seconds trained, samples (n, 1, size, size) in −1..1


@dataclass(frozen=True)
class Ours:
    """Networks in the library's own loop.

    Attributes:
        make: From nothing to ``(generator, discriminator)``.
        options: For ``Settings``.
        size: Pixels along a side that the networks work with.
    """

    make: Callable[[], tuple[nn.Module, nn.Module]]
    size: int
    options: dict[str, Any] = field(default_factory=dict)

    def weights(self) -> list[int]:
        """Return how many weights G and D have."""
        return [sum(p.numel() for p in network.parameters()) for network in self.make()]

    def run(self, data: TensorData, seed: int, steps: int) -> Run:
        """Make a run that has not begun."""
        torch.manual_seed(seed)
        return Run(*self.make(), data, Settings(seed=seed, steps=steps, **self.options))

    def looks(self, data: TensorData, seed: int, limit: float, n: int) -> Looks:
        """Train until the limit; building networks and the trial before training count as well."""
        begin = time.perf_counter()
        run = self.run(data, seed, self._steps_within(data, limit))
        spent = time.perf_counter() - begin
        for mark in (m for m in MARKS if m <= limit):
            while spent < mark and run.step < run.settings.steps:
                begin = time.perf_counter()
                run.advance(3)
                spent += time.perf_counter() - begin
            yield spent, run.sample(n).cpu()

    def _steps_within(self, data: TensorData, limit: float) -> int:
        """Guess how many steps the limit allows, so that the rates fall to their end in time."""
        trial = self.run(data, 0, 1000)
        trial.advance(10)  # warm up
        begin = time.perf_counter()
        trial.advance(30)
        return max(100, int(limit * 30 / (time.perf_counter() - begin)))


def best_recipe(size: int) -> Ours:
    """Return the course's best recipe: small convolutions, one batch of fakes for both, an average of G."""
    side = size // 4

    def make() -> tuple[nn.Module, nn.Module]:
        generator = nn.Sequential(
            nn.Linear(32, 32 * side * side), nn.Unflatten(1, (32, side, side)),
            nn.BatchNorm2d(32), nn.LeakyReLU(0.2),
            nn.ConvTranspose2d(32, 16, 4, 2, 1, bias=False), nn.BatchNorm2d(16), nn.LeakyReLU(0.2),
            nn.ConvTranspose2d(16, 1, 4, 2, 1), nn.Tanh(),
        )  # fmt: skip
        discriminator = nn.Sequential(
            nn.Conv2d(1, 16, 4, 2, 1), nn.LeakyReLU(0.2),
            nn.Conv2d(16, 32, 4, 2, 1, bias=False), nn.BatchNorm2d(32), nn.LeakyReLU(0.2),
            nn.Flatten(), nn.Linear(32 * side * side, 1),
        )  # fmt: skip
        return generator, discriminator

    options = {"loss": "non_saturating", "batch_size": 32, "lr": 2e-3, "betas": (0.5, 0.99)}
    return Ours(make, size, {**options, "reuse_fakes": True, "average": 0.995, "decay": 0.0})


def their_networks(repository: Path, name: str, size: int) -> Ours:
    """Return a public script's networks, loss, batch and rates in the library's loop."""

    def log(probability: Tensor) -> Tensor:
        return probability.float().clamp(min=1e-7).log().mean()

    options = {
        "d_loss": lambda real, fake: -(log(real) + log(1 - fake)) / 2,  # their D ends in a sigmoid
        "g_loss": lambda fake: -log(fake),
        "batch_size": 64,
        "latent_dim": 100,
        "reuse_fakes": True,
    }
    return Ours(lambda: public_networks(repository, name, size), size, options)


# Runs a script unmodified and looks at its generator from outside: every module named Generator reports each
# of its passes, and when a mark has gone by, samples are drawn beside the script's own random numbers.
_HOOK = """
import os, re, runpy, sys, time
import numpy, torch
for _ in range(30):
    try:
        import torchvision
        break
    except RuntimeError as error:  # a torchvision built for CUDA lacks operators that nothing here calls
        missing = re.search(r"operator (torchvision::\\w+) does not exist", str(error))
        if missing is None:
            raise
        torch.library.define(missing[1], "(Tensor x) -> Tensor")
        for name in [name for name in sys.modules if name.startswith("torchvision")]:
            del sys.modules[name]
out, seed, n, limit, marks = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), sys.argv[5]
left = [float(m) for m in marks.split(",") if float(m) <= limit]
torch.manual_seed(seed)
numpy.random.seed(seed)
looking, away, begin = False, 0.0, time.perf_counter()

def look(module, inputs, output):
    global looking, away
    spent = time.perf_counter() - begin - away
    if looking or type(module).__name__ != "Generator" or not left or spent < left[0]:
        return
    looking, entered = True, time.perf_counter()
    while left and spent >= left[0]:
        left.pop(0)
    # In training mode, as the script draws its own pictures; its batch norm never uses what it averages.
    with torch.no_grad(), torch.random.fork_rng([]):
        torch.manual_seed(0)
        made = torch.cat([module(torch.randn(100, inputs[0].shape[1])) for _ in range(n // 100)])
    torch.save({"seconds": spent, "samples": made}, os.path.join(out, "half"))
    os.replace(os.path.join(out, "half"), os.path.join(out, f"{spent:09.3f}.pt"))
    away += time.perf_counter() - entered
    looking = False
    if not left:
        os._exit(0)

torch.nn.modules.module.register_module_forward_hook(look)
sys.argv = sys.argv[6:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@dataclass(frozen=True)
class PublicScript:
    """One unmodified script of eriklindernoren/PyTorch-GAN, in a scratch folder and a process of its own.

    Attributes:
        repository: A copy of the repository.
        name: ``gan`` or ``dcgan``.
        size: Its ``--img_size``.
        threads: Threads torch may use there.
    """

    repository: Path
    name: str
    size: int
    threads: int

    def weights(self) -> list[int]:
        """Return how many weights G and D have."""
        made = public_networks(self.repository, self.name, self.size)
        return [sum(p.numel() for p in network.parameters()) for network in made]

    def looks(self, data: TensorData, seed: int, limit: float, n: int) -> Looks:
        """Run the script on the training pictures until the limit."""
        script = (self.repository / "implementations" / self.name / f"{self.name}.py").resolve()
        with tempfile.TemporaryDirectory(prefix="digits-") as home:
            work, out = Path(home) / "implementations" / self.name, Path(home) / "looks"
            work.mkdir(parents=True)
            out.mkdir()
            write_idx(data, Path(home) / "data" / "mnist" / "MNIST" / "raw")
            marks = ",".join(str(m) for m in MARKS)
            command = [sys.executable, "-W", "ignore", "-c", _HOOK, str(out), str(seed), str(n), str(limit)]
            command += [marks, str(script), "--n_epochs", "100000", "--img_size", str(self.size)]
            environment = {**os.environ, "OMP_NUM_THREADS": str(self.threads)}
            done = subprocess.run(
                command, cwd=work, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                text=True, timeout=4 * limit + 120, check=False,
            )  # fmt: skip
            if done.returncode != 0:
                raise RuntimeError(f"{script.name} ended early: {done.stderr[-400:]}")
            for file in sorted(out.glob("*.pt")):
                look = torch.load(file, weights_only=True)
                yield float(look["seconds"]), look["samples"]


def write_idx(data: TensorData, folder: Path) -> None:
    """Write pictures and labels as MNIST's files, for both splits; the script reads only the first."""
    folder.mkdir(parents=True, exist_ok=True)
    content = ((data.x + 1) * 127.5).round().clamp(0, 255).to(torch.uint8)
    assert data.y is not None
    images = struct.pack(">IIII", 2051, len(content), *content.shape[-2:]) + content.numpy().tobytes()
    labels = struct.pack(">II", 2049, len(content)) + data.y.to(torch.uint8).numpy().tobytes()
    for split in ("train", "t10k"):
        (folder / f"{split}-images-idx3-ubyte").write_bytes(images)
        (folder / f"{split}-labels-idx1-ubyte").write_bytes(labels)
