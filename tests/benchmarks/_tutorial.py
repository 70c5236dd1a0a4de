"""What most GAN tutorials do: per-sample transforms, BCE after a sigmoid, a print every batch.

``TutorialLoop`` is that structure, written here. ``PublicScript`` runs a script of the public repository
eriklindernoren/PyTorch-GAN unmodified, where a copy of it and torchvision are at hand.
"""

from __future__ import annotations

import argparse
import ast
import gzip
import io
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn


class PerSample(torch.utils.data.Dataset[tuple[Tensor, int]]):
    """Pictures that are opened, resized, turned into tensors and normalised one at a time."""

    def __init__(self, pictures: Tensor, labels: Tensor, size: int = 28) -> None:
        self.pictures, self.labels, self.size = pictures.numpy(), labels.tolist(), size

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, i: int) -> tuple[Tensor, int]:
        image = Image.fromarray(self.pictures[i])
        if image.size != (self.size, self.size):
            image = image.resize((self.size, self.size), Image.Resampling.BILINEAR)
        x = torch.from_numpy(np.array(image, copy=True))[None].float().div(255)
        return x.sub_(0.5).div_(0.5), self.labels[i]


class TutorialLoop:
    """The tutorial's training loop; its prints go to a buffer."""

    def __init__(
        self, generator: nn.Module, discriminator: nn.Module, data: PerSample, batch: int, latent: int
    ) -> None:
        self.generator, self.discriminator = generator, nn.Sequential(discriminator, nn.Sigmoid())
        self.loader = torch.utils.data.DataLoader(data, batch_size=batch, shuffle=True, drop_last=True)
        self.g_optimizer = torch.optim.Adam(generator.parameters(), lr=2e-4, betas=(0.5, 0.999))
        self.d_optimizer = torch.optim.Adam(discriminator.parameters(), lr=2e-4, betas=(0.5, 0.999))
        self.loss, self.latent = nn.BCELoss(), latent
        self.batches: Any = iter(())

    def __call__(self, steps: int) -> None:
        out = io.StringIO()
        for i in range(steps):
            imgs = self._next()
            valid, fake = torch.ones(len(imgs), 1), torch.zeros(len(imgs), 1)
            self.g_optimizer.zero_grad()
            z = torch.Tensor(np.random.normal(0, 1, (len(imgs), self.latent)))
            gen_imgs = self.generator(z)
            g_loss = self.loss(self.discriminator(gen_imgs), valid)
            g_loss.backward()
            self.g_optimizer.step()

            self.d_optimizer.zero_grad()
            real_loss = self.loss(self.discriminator(imgs), valid)
            fake_loss = self.loss(self.discriminator(gen_imgs.detach()), fake)
            d_loss = (real_loss + fake_loss) / 2
            d_loss.backward()
            self.d_optimizer.step()
            print(f"[Batch {i}/{steps}] [D loss: {d_loss.item():f}] [G loss: {g_loss.item():f}]", file=out)

    def _next(self) -> Tensor:
        try:
            imgs, _ = next(self.batches)
        except StopIteration:
            self.batches = iter(self.loader)
            imgs, _ = next(self.batches)
        return imgs


def public_networks(repository: Path, name: str, size: int) -> tuple[nn.Module, nn.Module]:
    """Build a public script's own generator and discriminator, without running the script.

    Args:
        repository: A copy of eriklindernoren/PyTorch-GAN.
        name: ``gan`` or ``dcgan``.
        size: Height and width of the pictures.
    """
    text = (repository / "implementations" / name / f"{name}.py").read_text(encoding="utf-8")
    classes = [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]
    options = argparse.Namespace(latent_dim=100, channels=1, img_size=size)
    names: dict[str, Any] = {"nn": nn, "np": np, "torch": torch, "opt": options, "img_shape": (1, size, size)}
    exec(compile(ast.Module(classes, []), f"{name}.py", "exec"), names)
    return names["Generator"](), names["Discriminator"]()


# A torchvision built for CUDA beside a torch built for CPUs lacks operators that these scripts never call;
# each is declared when the import asks for it.
_START = """
import re, runpy, sys
import torch
for _ in range(30):
    try:
        import torchvision
        break
    except RuntimeError as error:
        missing = re.search(r"operator (torchvision::\\w+) does not exist", str(error))
        if missing is None:
            raise
        torch.library.define(missing[1], "(Tensor x) -> Tensor")
        for name in [name for name in sys.modules if name.startswith("torchvision")]:
            del sys.modules[name]
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


class PublicScript:
    """One unmodified script of the public repository, run in a process of its own and timed by its prints."""

    def __init__(self, repository: Path, name: str, folder: Path) -> None:
        """Lay out the files where the script looks for MNIST.

        Args:
            repository: A copy of eriklindernoren/PyTorch-GAN.
            name: ``gan`` or ``dcgan``.
            folder: The folder with MNIST's ``t10k`` files, which stand in for the training files.
        """
        self.script = (repository / "implementations" / name / f"{name}.py").resolve()
        self.home = tempfile.TemporaryDirectory(prefix="tutorial-")
        self.work = Path(self.home.name) / "implementations" / name
        self.work.mkdir(parents=True)
        raw = Path(self.home.name) / "data" / "mnist" / "MNIST" / "raw"
        raw.mkdir(parents=True)
        for kind in ("images-idx3-ubyte", "labels-idx1-ubyte"):
            content = gzip.decompress((folder / f"t10k-{kind}.gz").read_bytes())
            for split in ("train", "t10k"):
                (raw / f"{split}-{kind}").write_bytes(content)

    def seconds_per_step(self, steps: int, threads: int, skip: int = 5) -> float:
        """Run until so many batches are printed, and return seconds a batch after the first few."""
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-u", "-c", _START, str(self.script), "--n_epochs", "9"],
            cwd=self.work,
            stdout=subprocess.PIPE,
            env={**os.environ, "OMP_NUM_THREADS": str(threads), "MKL_NUM_THREADS": str(threads)},
            text=True,
        )
        assert process.stdout is not None
        seen, begin = 0, 0.0
        try:
            for line in process.stdout:
                if "[Batch" not in line:
                    continue
                seen += 1
                if seen == skip:
                    begin = time.perf_counter()
                if seen == skip + steps:
                    return (time.perf_counter() - begin) / steps
        finally:
            process.kill()
            process.wait()
        raise RuntimeError(f"{self.script} ended after {seen} batches: run it alone to see why.")
