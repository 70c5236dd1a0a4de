"""Pictures from the painter of digits: class, slant and thickness to order."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional as F

from gan_course.data import TensorData
from gan_course.gallery import runs
from gan_course.gallery.digits import SLANT, THICKNESS, conditions, handwritten, measured, ordered
from gan_course.gallery.networks import LATENT
from gan_course.gallery.sheet import Row, sheet
from gan_course.metrics import train_classifier
from gan_course.training import Run

if TYPE_CHECKING:
    from matplotlib.figure import Figure

ACROSS = 12
_WORDS = {"thin": -1.5, "thick": 1.5, "upright": -0.8, "slanted": 1.5}  # standard deviations
_EVERY_DIGIT = torch.arange(10)


def image_datasets() -> Figure:
    """Show new digits and, below each, the training picture nearest to it."""
    digits = torch.arange(ACROSS) % 10
    made = paint(runs.digits(), noise(ACROSS, seed=1), ordered(digits))
    real = handwritten().x
    nearest = real[torch.cdist(made.flatten(1), real.flatten(1)).argmin(dim=1)]
    return sheet(Row("painted", made), Row("nearest in training", nearest))


def training_data() -> Figure:
    """Train a classifier on painted digits alone, and try it on real ones."""
    real, held_out = handwritten(), handwritten("test")
    assert real.y is not None
    made = TensorData(
        paint(runs.digits(), noise(len(real), seed=2), conditions(real)), real.y, classes=real.classes
    )
    on_made, on_real = (100 * train_classifier(data).accuracy(held_out) for data in (made, real))
    rows = [_of_each_class(data) for data in (made, real)]
    title = f"right on 1,000 real digits: trained on painted ones {on_made:.0f}%, on real ones {on_real:.0f}%"
    return sheet(Row("painted", rows[0]), Row("real", rows[1]), title=title)


def realistic_photographs() -> Figure:
    """Draw from noise that is made smaller and smaller."""
    z, orders = noise(ACROSS, seed=3), ordered(torch.tensor(5).expand(ACROSS))
    return sheet(
        *(Row(f"z · {share:g}", paint(runs.digits(), share * z, orders)) for share in (1.5, 1, 0.5, 0.1)),
        title="twelve fives: from varied to alike",
    )


def text_to_image() -> Figure:
    """Draw what captions say."""
    captions = ("thin upright 4", "thick upright 4", "thin slanted 7", "thick slanted 7", "a seven")
    z = noise(ACROSS, seed=4)
    return sheet(*(Row(f"“{c}”", paint(runs.digits(), z, _read(c).expand(ACROSS, -1))) for c in captions))


def poses() -> Figure:
    """Take the slant of real digits and draw others that stand like them."""
    held_out = handwritten("test")
    assert held_out.y is not None
    ones = held_out.x[held_out.y == 1]
    leaning, _ = measured(ones)
    chosen = leaning.argsort()[torch.linspace(2, len(ones) - 3, ACROSS).long()]
    z = noise(1, seed=6).expand(ACROSS, -1)
    rows = [Row(f"a {d} like it", paint(runs.digits(), z, ordered(d, leaning[chosen]))) for d in (7, 3, 4)]
    return sheet(Row("pose", ones[chosen]), *rows)


def ageing() -> Figure:
    """Keep the noise of a digit and let its strokes grow from thin to thick."""
    grown = torch.linspace(-2, 2.2, ACROSS)
    pairs = ((2, 10), (5, 11), (8, 14))
    rows = [
        Row(
            f"a {digit}",
            paint(runs.digits(), noise(1, seed).expand(ACROSS, -1), ordered(digit, 0.3, grown)),
        )
        for digit, seed in pairs
    ]
    return sheet(*rows, title="from young (thin) to old (thick)")


def editing() -> Figure:
    """Find real digits among the painter's, then order them thicker, or leaning the other way."""
    held_out = handwritten("test")
    assert held_out.y is not None
    first = torch.stack([(held_out.y == d).nonzero()[0, 0] for d in _EVERY_DIGIT])
    real = held_out.where(first)
    orders = conditions(real)
    z = _found(runs.digits(), real.x, orders)
    thicker, leaning = orders.clone(), orders.clone()
    thicker[:, THICKNESS] += 1.8
    leaning[:, SLANT] = -leaning[:, SLANT].sign() * 1.6
    return sheet(
        Row("real", real.x),
        Row("found again", paint(runs.digits(), z, orders)),
        Row("thicker", paint(runs.digits(), z, thicker)),
        Row("leaning over", paint(runs.digits(), z, leaning)),
    )


def noise(n: int, seed: int) -> Tensor:
    """Return n noise vectors, the same for a seed at any time."""
    return torch.randn(n, LATENT, generator=torch.Generator().manual_seed(seed))


def paint(run: Run, z: Tensor, orders: Tensor) -> Tensor:
    """Return what the averaged painter of a run makes of noise and orders."""
    painter = run.best_generator.eval()
    with torch.no_grad():
        made: Tensor = painter(z, orders)
    return made


def _read(caption: str) -> Tensor:
    """Turn words into an order, (1, 12); words that are not known are left out."""
    numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    words = caption.split()
    digit = next(int(w) if w.isdigit() else numbers.index(w) for w in words if w.isdigit() or w in numbers)
    lean = sum(_WORDS[w] for w in words if w in ("upright", "slanted"))
    return ordered(digit, lean, sum(_WORDS[w] for w in words if w in ("thin", "thick")))


def _of_each_class(data: TensorData) -> Tensor:
    assert data.y is not None
    return torch.stack([data.x[data.y == d % 10][d // 10] for d in range(ACROSS)])


def _found(run: Run, pictures: Tensor, orders: Tensor, steps: int = 200) -> Tensor:
    """Search for noise from which the painter makes given pictures, shape (N, LATENT)."""
    painter = run.best_generator.eval()
    z = torch.zeros(len(pictures), LATENT, requires_grad=True)
    optimizer = torch.optim.Adam([z], lr=0.1)
    for _ in range(steps):
        far = F.mse_loss(painter(z, orders), pictures) + 1e-3 * z.square().mean()  # usual noise, if it can be
        (z.grad,) = torch.autograd.grad(far, z)
        optimizer.step()
    return z.detach()


MAKERS: dict[str, Callable[[], Figure]] = {
    "image-datasets": image_datasets,
    "training-data": training_data,
    "realistic-photographs": realistic_photographs,
    "text-to-image": text_to_image,
    "poses": poses,
    "ageing": ageing,
    "editing": editing,
}
