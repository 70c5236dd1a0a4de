"""The settings of a training widget as traits: what the controls show, checked before they count."""

from __future__ import annotations

from typing import Any

import traitlets

from gan_course.widgets._base import CourseWidget
from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.losses import LOSSES
from gan_course.widgets.engine.optimizers import OPTIMIZERS
from gan_course.widgets.engine.trainer import NOISES, Settings

LIMITS: dict[str, tuple[float, float]] = {
    "k": (1, 20),
    "g_steps": (1, 20),
    "batch": (2, 4096),
    "latent_dim": (1, 128),
    "g_layers": (0, 4),
    "d_layers": (0, 4),
    "g_width": (1, 256),
    "d_width": (1, 256),
    "g_lr": (1e-6, 10.0),
    "d_lr": (1e-6, 10.0),
    "seed": (0, 2**31 - 1),
    "speed": (0, 1000),
    "slow_seconds": (0.05, 10.0),
}
"""Lowest and highest value of every number a person can set."""
FRESH_START = ("batch", "noise", "latent_dim", "g_layers", "d_layers", "g_width", "d_width", "seed")
"""Settings that mean other weights or other noise, so training starts again."""
NEW_OPTIMIZERS = ("g_optimizer", "d_optimizer", "g_lr", "d_lr")
"""Settings that count from the next step on."""


class SettingsWidget(CourseWidget):
    """The traits of `Settings`, the loss by name and the pace, with their rules."""

    loss = traitlets.Unicode("non-saturating").tag(sync=True)
    k = traitlets.Int(1).tag(sync=True)
    g_steps = traitlets.Int(1).tag(sync=True)
    batch = traitlets.Int(128).tag(sync=True)
    latent_dim = traitlets.Int(2).tag(sync=True)
    noise = traitlets.Unicode("normal").tag(sync=True)
    g_layers = traitlets.Int(2).tag(sync=True)
    d_layers = traitlets.Int(2).tag(sync=True)
    g_width = traitlets.Int(64).tag(sync=True)
    d_width = traitlets.Int(64).tag(sync=True)
    g_optimizer = traitlets.Unicode("adam").tag(sync=True)
    d_optimizer = traitlets.Unicode("adam").tag(sync=True)
    g_lr = traitlets.Float(1e-3).tag(sync=True)
    d_lr = traitlets.Float(1e-3).tag(sync=True)
    seed = traitlets.Int(0).tag(sync=True)
    speed = traitlets.Float(0.0, help="iterations a second; 0 is as fast as possible").tag(sync=True)
    slow = traitlets.Bool(False).tag(sync=True)
    slow_seconds = traitlets.Float(0.9, help="seconds each phase stays lit in slow motion").tag(sync=True)
    options = traitlets.Dict(help="the choices of every menu").tag(sync=True)
    brought = traitlets.Dict(help="the student's own networks and optimisers in words, by player").tag(
        sync=True
    )
    own = traitlets.List(traitlets.Unicode(), help="what the student has brought along").tag(sync=True)

    @traitlets.validate(*LIMITS)
    def _within_limits(self, proposal: Any) -> float:
        name = proposal["trait"].name
        low, high = LIMITS[name]
        value: float = proposal["value"]
        if not low <= value <= high:  # also refuses NaN
            raise WidgetError(
                value, f"{name} must lie between {low:g} and {high:g}", f"choose a {name} in that range"
            )
        return value

    @traitlets.validate("loss")
    def _known_loss(self, proposal: Any) -> str:
        value: str = proposal["value"]
        if value in LOSSES or (value == "yours" and ("loss" in self.own or not self.options)):
            return value
        raise WidgetError(value, f"loss must be one of {', '.join(LOSSES)}", "choose one of these names")

    @traitlets.validate("g_optimizer", "d_optimizer", "noise")
    def _known_name(self, proposal: Any) -> str:
        name, value = proposal["trait"].name, proposal["value"]
        known = NOISES if name == "noise" else OPTIMIZERS
        if value not in known:
            raise WidgetError(value, f"{name} must be one of {', '.join(known)}", "choose one of these")
        return str(value)

    def _settings(self) -> Settings:
        """Return the traits as the trainer wants them."""
        return Settings(**{name: getattr(self, name) for name in Settings.__dataclass_fields__})
