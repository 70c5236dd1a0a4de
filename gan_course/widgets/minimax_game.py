"""MinimaxGame: two players, two numbers, and why gradient steps may never settle."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import torch
import traitlets

from gan_course.widgets import _packing, _stills
from gan_course.widgets._base import CourseWidget, script
from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.games import GAMES, METHODS, Update, Value, field, play, verdict

if TYPE_CHECKING:
    from matplotlib.figure import Figure

REACH = 3.0  # half the width of the plane that is shown
LIMITS = {"eta": (0.001, 2.0), "damping": (0.0, 5.0), "rounds": (1, 1000)}


class MinimaxGame(CourseWidget):
    """Let x minimise and y maximise V(x, y) by gradient steps, and look at the path.

    Args:
        game: "xy", "dirac" or "saddle"; or your own V(x, y) on tensors.
        method: "simultaneous", "alternating" or "damped".
        eta: step size, 0.001 to 2.
        damping: what each player pays for its own square under "damped".
        start: where both begin, inside ±3.
        rounds: steps played, 1 to 1000.
        update: your own rule `update(x, y, eta) -> (x, y)`, shown as method "yours".
        interactive: False gives a still picture only; None asks `GAN_COURSE_INTERACTIVE`.

    Raises:
        WidgetError: for a value that cannot be used.
    """

    _esm = script("shared", "plot", "minimax_game")
    _size = (7.6, 3.6)

    game = traitlets.Unicode("xy").tag(sync=True)
    method = traitlets.Unicode("simultaneous").tag(sync=True)
    eta = traitlets.Float(0.1).tag(sync=True)
    damping = traitlets.Float(0.3).tag(sync=True)
    rounds = traitlets.Int(120).tag(sync=True)
    start = traitlets.List(traitlets.Float(), [1.0, 1.0]).tag(sync=True)
    options = traitlets.Dict().tag(sync=True)
    result = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        game: str | Value = "xy",
        method: str | None = None,
        *,
        update: Update | None = None,
        start: tuple[float, float] | list[float] = (1.0, 1.0),
        interactive: bool | None = None,
        **traits: Any,
    ) -> None:
        if update is not None and not callable(update):
            raise WidgetError(
                update, "update must be a function (x, y, eta) -> (x, y)", "pass the function itself"
            )
        self._update = update
        self._own_value = game if callable(game) else None
        names = [*(["yours"] if self._own_value else []), *GAMES]
        methods = [*(["yours"] if update else []), *METHODS]
        super().__init__(
            interactive=interactive,
            options={"game": names, "method": methods},
            game="yours" if self._own_value else game,
            method=method or methods[0] if update else method or "simultaneous",
            start=[float(v) for v in start],
            **traits,
        )
        self.observe(self._play, ["game", "method", "eta", "damping", "rounds", "start"])
        self._play()

    def describe(self) -> str:
        """Say in one line what is shown."""
        told = verdict(self.path)
        return f"MinimaxGame: {self.game}, {self.method}, eta {self.eta:g}, {self.rounds} rounds: {told}"

    @traitlets.validate(*LIMITS)
    def _within_limits(self, proposal: Any) -> float:
        name, value = proposal["trait"].name, proposal["value"]
        low, high = LIMITS[name]
        if not low <= value <= high:
            raise WidgetError(value, f"{name} must lie between {low:g} and {high:g}", "choose another")
        return float(value) if name != "rounds" else int(value)

    @traitlets.validate("start")
    def _inside(self, proposal: Any) -> list[float]:
        value: list[float] = proposal["value"]
        if len(value) != 2 or not all(math.isfinite(v) and abs(v) <= REACH for v in value):
            raise WidgetError(
                value, f"start must be two numbers within ±{REACH:g}", "pass for example start=(1, 1)"
            )
        return value

    @traitlets.validate("game", "method")
    def _known(self, proposal: Any) -> str:
        name, value = proposal["trait"].name, proposal["value"]
        known = self.options.get(name) or (*(GAMES if name == "game" else METHODS), "yours")
        if value not in known:
            raise WidgetError(value, f"{name} must be one of {', '.join(known)}", "choose one of these")
        return str(value)

    def _play(self, _change: Any = None) -> None:
        value = self._own_value if self.game == "yours" and self._own_value else GAMES[self.game].value
        update = self._update if self.method == "yours" else None
        begin = (self.start[0], self.start[1])
        self.path = play(value, self.method, begin, self.eta, self.rounds, self.damping, update)
        self.field = field(value, REACH)
        counts = torch.arange(1, len(self.path) + 1)[:, None]
        self.mean_path = self.path.cumsum(dim=0) / counts
        self.error = ""
        self.result = {
            "reach": REACH,
            "path": _packing.floats(self.path),
            "mean": _packing.floats(self.mean_path),
            "field": _packing.floats(self.field),
            "formula": GAMES[self.game].formula if self.game in GAMES else "V: yours",
            "verdict": verdict(self.path),
        }

    def _draw(self, figure: Figure) -> None:
        plane, time = figure.subplots(1, 2, width_ratios=(1, 1.15))
        x, y, across, up = self.field.numpy().T
        path = self.path.numpy()
        plane.quiver(x, y, across, up, color="#BBBBBB", width=0.004)
        plane.plot(*path.T, color=_stills.FAKE, lw=1, marker=".", ms=3, label="path")
        plane.plot(*self.mean_path.numpy().T, color=_stills.REAL, lw=1.2, ls="--", label="average so far")
        plane.plot(*self.start, "o", color="#333333", label="start")
        plane.plot(0, 0, "+", color="#333333", ms=10)
        plane.set(xlim=(-REACH, REACH), ylim=(-REACH, REACH), aspect="equal", xlabel="x", ylabel="y")
        plane.set_title(f"{self.game}, {self.method}, η = {self.eta:g}", fontsize=9)
        _stills.legend_below(plane)
        time.plot(path[:, 0], color=_stills.FAKE, label="x (minimises)")
        time.plot(path[:, 1], color=_stills.DISCRIMINATOR, ls="--", label="y (maximises)")
        time.plot(self.path.norm(dim=1).numpy(), color="#333333", ls=":", label="distance from (0, 0)")
        time.set_title(f"{self.rounds} rounds: {verdict(self.path)}", fontsize=9)
        time.set_xlabel("round")
        _stills.legend_below(time)
