"""Four epochs of MNIST (240,000 pictures), timed, and judged by a classifier that never saw the samples."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import nn

from gan_course.data import TensorData
from gan_course.metrics import frechet_distance, train_classifier
from gan_course.training import R1, Run, Settings
from tests.benchmarks._networks import (
    dcgan_discriminator,
    dcgan_generator,
    small_discriminator,
    small_generator,
)

EPOCH_IMAGES = 60_000
JUDGE_STEPS = 800  # enough for 97% on held-out digits


@dataclass(frozen=True)
class Recipe:
    """One way to train a GAN on MNIST.

    Attributes:
        key: Prefix of its results.
        generator: Makes the generator.
        discriminator: Makes the discriminator.
        options: For ``Settings``.
        images: Pictures to show D, over the whole run.
    """

    key: str
    generator: Callable[[], nn.Module]
    discriminator: Callable[[], nn.Module]
    options: dict[str, Any] = field(default_factory=dict)
    images: int = 4 * EPOCH_IMAGES


def recipes(device: torch.device) -> list[Recipe]:
    """Return the recipes for a device: a GPU likes larger batches."""
    batch = 128 if device.type == "cpu" else 512
    common = {
        "loss": "non_saturating",
        "reuse_fakes": True,
        "decay": 0.1,
        "lr": 1e-3,
        "average": 0.99,
        "seed": 0,
        "precision": "auto",
    }
    mlp = {**common, "batch_size": batch, "penalty": R1(0.3), "penalty_every": 8}
    return [
        Recipe("", small_generator, small_discriminator, mlp),
        Recipe("dcgan_", dcgan_generator, dcgan_discriminator, {**common, "batch_size": batch}),
    ]


def train_and_judge(recipe: Recipe, data: TensorData, device: torch.device) -> dict[str, float]:
    """Train once and let a classifier look at 2,000 samples.

    A sample is recognisable if the classifier gives its favourite class at least 0.9; the same share of
    held-out real pictures is given beside it, with how often each class comes up.
    """
    train, held_out = data.split(0.8)
    classifier = train_classifier(train, steps=JUDGE_STEPS)
    torch.manual_seed(0)
    steps = recipe.images // recipe.options["batch_size"]
    generator, discriminator = recipe.generator().to(device), recipe.discriminator().to(device)
    run = Run(generator, discriminator, data.to(device), Settings(steps=steps, **recipe.options))
    begin = time.perf_counter()
    run.train(progress=False)
    if device.type == "cuda":
        torch.cuda.synchronize()
    seconds = time.perf_counter() - begin
    samples = run.sample(2000).cpu()
    sure = classifier.probabilities(samples).max(dim=1).values > 0.9
    real = classifier.probabilities(held_out.x).max(dim=1).values > 0.9
    shares = torch.bincount(classifier.predict(samples), minlength=10) / len(samples)
    features = classifier.features(held_out.x[:2000]), classifier.features(samples)
    key = recipe.key
    return {
        f"{key}mnist_4_epochs_s": seconds,
        f"{key}recognisable": float(sure.float().mean()),
        f"{key}recognisable_real": float(real.float().mean()),
        f"{key}rarest_digit": float(shares.min()),
        f"{key}frechet": frechet_distance(*features),
    }
