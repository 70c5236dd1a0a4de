"""How fast the training loop is: beside a bare loop, beside tutorials, and over four epochs of MNIST.

    python tests/benchmarks/training_speed.py --json

Prints at least ``overhead_vs_bare_loop`` (0.03 is 3%), ``speedup_vs_tutorial_loop``,
``mnist_4_epochs_s`` and ``device``. The MNIST files are looked for in GAN_COURSE_TEST_DATA (its 10,000 test
pictures stand in for the training split), then in the cache, and else replaced by scikit-learn's digits.
"""

from __future__ import annotations

import contextlib
import io
import os
import platform
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

import gan_course
from gan_course.data import TensorData
from gan_course.training import Run, Settings
from gan_course.training.players import Backward
from gan_course.training.settings import Precision

if not __package__:  # run as a file, not as a module of the repository
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks._measure import interleave, parser, ratio, report
from tests.benchmarks._mnist_epochs import EPOCH_IMAGES, recipes, train_and_judge
from tests.benchmarks._networks import LATENT, BareLoop, toy_mlp, tutorial_discriminator, tutorial_generator
from tests.benchmarks._tutorial import PerSample, PublicScript, TutorialLoop, public_networks


def main() -> None:
    options = _options()
    threads = options.threads or min(2, os.cpu_count() or 1)
    torch.set_num_threads(threads)
    data, source = load_pictures()
    device = gan_course.device.pick_device().device
    result: dict[str, Any] = {
        "device": _name(device),
        "threads": threads,
        "torch": torch.__version__,
        "data": source,
        "precision": Backward(device, "auto").precision,
    }
    result |= overhead(options.rounds)
    torch.set_num_threads(threads)
    result |= against_tutorial(data, options.rounds)
    if options.tutorial is not None:
        result |= against_public(data, Path(options.tutorial), threads)
    if not options.skip_epochs:
        for recipe in recipes(device):
            result |= train_and_judge(recipe, data, device)
    report(result, options.json)


def overhead(rounds: int) -> dict[str, float]:
    """Compare with a bare loop on the ring's small networks, where overhead shows most.

    One thread and its CPU time: what else runs on the machine does not count.
    """
    torch.set_num_threads(1)  # right for networks this small
    x = gan_course.data.ring().sample(10_000, torch.Generator().manual_seed(0))

    def pair() -> tuple[torch.nn.Module, torch.nn.Module]:
        torch.manual_seed(0)
        return toy_mlp(2, 2), toy_mlp(2, 1)

    bare = BareLoop(*pair(), x, 2, 128, 2e-4)
    run = Run(*pair(), x, Settings(loss="non_saturating"))
    seconds = interleave(
        {"bare": bare, "library": _quietly(run)}, {"bare": 200, "library": 200}, 5 * rounds, time.process_time
    )
    return {
        "overhead_vs_bare_loop": ratio(seconds["library"], seconds["bare"]) - 1,
        "bare_steps_per_s": 1 / statistics.median(seconds["bare"]),
        "library_steps_per_s": 1 / statistics.median(seconds["library"]),
    }


def against_tutorial(data: TensorData, rounds: int) -> dict[str, float]:
    """Compare with the tutorials' structure: same networks, batch size and optimiser settings.

    The library is free in how it computes: here it takes bf16 where the processor multiplies it natively,
    and once fp32, for comparison.
    """
    contestants = {
        "tutorial": TutorialLoop(
            tutorial_generator(), tutorial_discriminator(), PerSample(_bytes(data), data.y), 64, LATENT
        ),
        "library": _quietly(_tutorial_run(data, 64)),
        "library_fp32": _quietly(_tutorial_run(data, 64, "fp32")),
        "library_256": _quietly(_tutorial_run(data, 256)),
    }
    steps = {"tutorial": 20, "library": 30, "library_fp32": 30, "library_256": 10}
    seconds = interleave(contestants, steps, rounds)
    seconds["library_256"] = [s / 4 for s in seconds["library_256"]]  # per 64 images, as the others
    return {
        "speedup_vs_tutorial_loop": ratio(seconds["tutorial"], seconds["library"]),
        "speedup_in_fp32": ratio(seconds["tutorial"], seconds["library_fp32"]),
        "speedup_at_batch_256": ratio(seconds["tutorial"], seconds["library_256"]),
        "tutorial_images_per_s": 64 / statistics.median(seconds["tutorial"]),
        "library_images_per_s": 64 / statistics.median(seconds["library"]),
        "library_images_per_s_at_batch_256": 64 / statistics.median(seconds["library_256"]),
        "tutorial_4_epochs_s": EPOCH_IMAGES * 4 / 64 * statistics.median(seconds["tutorial"]),
        "same_networks_4_epochs_s": EPOCH_IMAGES * 4 / 64 * statistics.median(seconds["library"]),
    }


def against_public(data: TensorData, repository: Path, threads: int) -> dict[str, float]:
    """Compare with the public repository's own scripts, unmodified, taking turns with their own networks."""
    folder = Path(os.environ["GAN_COURSE_TEST_DATA"])
    found = {}
    for name, size, steps in (("gan", 28, 40), ("dcgan", 32, 15)):
        script = PublicScript(repository, name, folder)
        pictures = data.x if size == 28 else torch.nn.functional.interpolate(data.x, (size, size))
        runs = {p: _quietly(_public_run(pictures, repository, name, p)) for p in ("auto", "fp32")}
        theirs: list[float] = []
        ours: dict[str, list[float]] = {p: [] for p in runs}
        for _ in range(3):
            theirs.append(script.seconds_per_step(steps, threads))
            for p, seconds in interleave(runs, dict.fromkeys(runs, steps), 1).items():
                ours[p] += seconds
        found[f"public_{name}_images_per_s"] = 64 / statistics.median(theirs)
        found[f"speedup_vs_public_{name}"] = ratio(theirs, ours["auto"])
        found[f"speedup_vs_public_{name}_in_fp32"] = ratio(theirs, ours["fp32"])
    return found


def _public_run(pictures: Tensor, repository: Path, name: str, precision: Precision) -> Run:
    """The script's networks, loss, batch size and rates under the library's loop."""
    torch.manual_seed(0)
    generator, discriminator = public_networks(repository, name, pictures.shape[-1])
    settings = Settings(
        d_loss=lambda real, fake: -(_log(real) + _log(1 - fake)) / 2,  # their D ends in a sigmoid
        g_loss=lambda fake: -_log(fake),
        batch_size=64,
        latent_dim=LATENT,
        reuse_fakes=True,
        precision=precision,
    )
    return Run(generator, discriminator, pictures, settings)


def _log(probability: Tensor) -> Tensor:
    return probability.float().clamp(min=1e-7).log().mean()


def load_pictures() -> tuple[TensorData, str]:
    """Return 28x28 pictures, and where they come from."""
    folder = os.environ.get("GAN_COURSE_TEST_DATA")
    if folder:
        return gan_course.data.mnist("test", folder=folder), "the 10,000 MNIST test pictures"
    with contextlib.suppress(gan_course.errors.GanCourseError):
        return gan_course.data.mnist("train", mirrors=[]), "MNIST's training split"  # from the cache only
    return gan_course.data.digits(28), "scikit-learn's 1,797 digits, enlarged: MNIST is not here"


def _tutorial_run(data: TensorData, batch: int, precision: Precision = "auto") -> Run:
    torch.manual_seed(0)
    settings = Settings(
        loss="non_saturating", batch_size=batch, latent_dim=LATENT, reuse_fakes=True, precision=precision
    )
    return Run(tutorial_generator(), tutorial_discriminator(), data, settings)


def _quietly(run: Run) -> Any:
    """Train with the progress bar at work, but out of sight."""

    def steps(n: int) -> None:
        with contextlib.redirect_stderr(io.StringIO()):
            run.train(n, progress=True)

    return steps


def _bytes(data: TensorData) -> Tensor:
    return ((data.x[:, 0] + 1) * 127.5).round().to(torch.uint8)


def _name(device: torch.device) -> str:
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"cpu ({platform.machine()}, {os.cpu_count()} cores)"


def _options() -> Any:
    made = parser(__doc__.splitlines()[0])
    made.add_argument("--rounds", type=int, default=7, help="turns each contestant takes")
    made.add_argument("--tutorial", help="a copy of eriklindernoren/PyTorch-GAN, to run its scripts as well")
    made.add_argument("--skip-epochs", action="store_true", help="leave out the four epochs of MNIST")
    return made.parse_args()


if __name__ == "__main__":
    main()
