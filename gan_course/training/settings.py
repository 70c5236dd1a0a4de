"""The options of a run, in one place."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal, TypedDict, get_args

import torch
from torch import Tensor

from gan_course.errors import SetupError, unknown_name
from gan_course.training.loss_pairs import DLoss, GLoss, losses
from gan_course.training.noise import Noise
from gan_course.training.optimizers import OptimizerChoice
from gan_course.training.penalties import Penalty

Precision = Literal["fp32", "bf16", "fp16", "auto"]
PRECISIONS = get_args(Precision)
WholeStep = Any  # a student's function; its arguments are described where train() takes it


class Options(TypedDict, total=False):
    """The types of the options as ``train`` takes them: by name, and each may be left out."""

    steps: int
    batch_size: int
    loss: str | None
    d_loss: DLoss | None
    g_loss: GLoss | None
    d_step: WholeStep
    g_step: WholeStep
    k: int
    noise: Noise | None
    latent_dim: int | tuple[int, ...] | None
    labels: bool
    reuse_fakes: bool
    optimizer: OptimizerChoice
    g_optimizer: OptimizerChoice | None
    d_optimizer: OptimizerChoice | None
    lr: float
    d_lr: float | None
    betas: tuple[float, float]
    decay: float | None
    decay_from: float
    average: float | None
    penalty: Penalty | None
    penalty_every: int
    clip_weights: float | None
    clip_gradients: float | None
    precision: Precision
    seed: int | None
    device: str | torch.device | None
    explode: float
    check: bool
    together: bool | None
    accelerator: Any


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything ``train`` takes besides the networks and the data; see there for the meaning."""

    steps: int = 1000
    batch_size: int = 128
    loss: str | None = None
    d_loss: DLoss | None = None
    g_loss: GLoss | None = None
    d_step: WholeStep = None
    g_step: WholeStep = None
    k: int = 1
    noise: Noise | None = None
    latent_dim: int | tuple[int, ...] | None = None
    labels: bool = False
    reuse_fakes: bool = False
    optimizer: OptimizerChoice = "adam"
    g_optimizer: OptimizerChoice | None = None
    d_optimizer: OptimizerChoice | None = None
    lr: float = 2e-4
    d_lr: float | None = None
    betas: tuple[float, float] = (0.5, 0.999)
    decay: float | None = None
    decay_from: float = 0.5
    average: float | None = None
    penalty: Penalty | None = None
    penalty_every: int = 1
    clip_weights: float | None = None
    clip_gradients: float | None = None
    precision: Precision = "fp32"
    seed: int | None = 0
    device: str | torch.device | None = None
    explode: float = 1e6
    check: bool = True
    together: bool | None = None
    accelerator: Any = None

    def __post_init__(self) -> None:
        """Refuse numbers out of range.

        Raises:
            SetupError: Naming the option, its value and its range.
        """
        for name, lowest in (("steps", 1), ("batch_size", 1), ("k", 1), ("penalty_every", 1)):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int) or value < lowest:
                raise SetupError(f"{name}={value!r} does not fit: give a whole number of at least {lowest}.")
        if self.average is not None and not 0 < self.average < 1:
            raise SetupError(
                f"average={self.average} does not fit: give a share between 0 and 1, such as 0.995."
            )
        for name in ("clip_weights", "clip_gradients"):
            value = getattr(self, name)
            if value is not None and not value > 0:
                raise SetupError(
                    f"{name}={value} does not fit: give a number above 0, or None for no clipping."
                )
        if self.reuse_fakes and (self.d_step is not None or self.g_step is not None):
            raise SetupError("reuse_fakes=True needs losses: a whole d_step or g_step makes its own fakes.")
        if self.precision not in PRECISIONS:
            raise SetupError(f"precision={self.precision!r} does not fit: give one of {PRECISIONS}.")

    def losses(self) -> tuple[DLoss | None, GLoss | None]:
        """Return the losses of D and G: the functions given, else those of the pair's name.

        Raises:
            SetupError: If a loss is missing that no whole step replaces.
            UnknownNameError: If the pair's name is not known.
        """
        pair = losses(self.loss) if self.loss is not None else None
        d_loss = self.d_loss or (pair.d if pair else None)
        g_loss = self.g_loss or (pair.g if pair else None)
        for whose, loss, step in (("d", d_loss, self.d_step), ("g", g_loss, self.g_step)):
            if loss is None and step is None:
                raise SetupError(
                    f"no {whose}_loss was given: pass {whose}_loss=, a whole {whose}_step=, "
                    "or loss='non_saturating'."
                )
        return d_loss, g_loss

    def plain(self) -> dict[str, Any]:
        """Return the options as numbers and strings, for the history."""
        return {
            f.name: _plain(getattr(self, f.name)) for f in fields(self) if getattr(self, f.name) is not None
        }


def settings_from(options: Options) -> Settings:
    """Make settings from options given by name.

    Raises:
        UnknownNameError: If there is no option of a name; the nearest one is suggested.
    """
    known = [f.name for f in fields(Settings)]
    for name in options:
        if name not in known:
            raise unknown_name("option of train", name, known)
    return Settings(**options)


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Tensor):
        return value.tolist()
    return getattr(value, "__name__", None) or repr(value)
