"""What every widget of the course shares: its JavaScript, its still picture, its place in a notebook."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from gan_course.widgets import _owners, _stills
from gan_course.widgets._home import Home

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_HERE = Path(__file__).parent
STATIC_VARIABLE = "GAN_COURSE_INTERACTIVE"


def script(*names: str) -> str:
    """Join hand-written JavaScript files into the one module a widget needs.

    The files share one scope and import nothing; the last one ends in `export default { render }`.

    Args:
        *names: file names without `.js`, in order.
    """
    return "\n".join((_HERE / f"{name}.js").read_text(encoding="utf-8") for name in names)


class CourseWidget(anywidget.AnyWidget):
    """A widget with a still picture of its state for every place where no browser is listening.

    Args:
        interactive: False shows only the still picture and opens no channel to a browser. None asks the
            environment variable `GAN_COURSE_INTERACTIVE` ("0" means False) and is True without it.
        **traits: starting values of the traits.
    """

    error = traitlets.Unicode("").tag(sync=True)
    _css = (_HERE / "widgets.css").read_text(encoding="utf-8")
    _size = (8.0, 4.2)
    """Width and height of the still picture in inches."""

    def __init__(self, interactive: bool | None = None, **traits: Any) -> None:
        if interactive is None:
            interactive = os.environ.get(STATIC_VARIABLE, "1") != "0"
        self.interactive = interactive
        self._home = Home()
        super().__init__(**traits)
        self.on_msg(self._on_message)
        _owners.claim(self)

    def open(self) -> None:
        """Open the channel to the browser, unless only the still picture is wanted."""
        if self.interactive:
            super().open()

    def stop(self) -> None:
        """Let go of anything that runs in the background; called when the widget's cell is run again."""

    def describe(self) -> str:
        """Say in one line what is shown: nothing measured, so that a replay agrees word for word."""
        return type(self).__name__

    def picture(self) -> bytes:
        """Draw the present state as a small PNG."""
        return _stills.png(self._draw, self._size)

    def save_picture(self, path: str | os.PathLike[str]) -> Path:
        """Write the still picture to a file and return its path."""
        target = Path(path)
        target.write_bytes(self.picture())
        return target

    def _draw(self, figure: Figure) -> None:
        """Draw the present state into a matplotlib figure."""
        raise NotImplementedError(f"{type(self).__name__} must draw itself: write _draw(figure).")

    def _handle(self, message: dict[str, Any]) -> None:
        """Act on one message from the browser."""

    def _on_message(self, _widget: object, message: Any, _buffers: object) -> None:
        """Pass a message on; whatever goes wrong is shown in the widget, not in the server's log."""
        if isinstance(message, dict):
            self._home.run(lambda: self._try(lambda: self._handle(message)))

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take values from the browser; a refused one is put back there and explained."""
        take = super().set_state

        def taken() -> None:
            if not self._try(lambda: take(sync_data)):
                self.send_state(set(sync_data) & set(self.keys))

        self._home.run(taken)

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something a browser asked for; show what goes wrong and return whether it went well."""
        try:
            act()
        except Exception as error:
            self.error = explain(error)
            return False
        return True

    def __repr__(self) -> str:
        return f"<{self.describe()}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        still = {
            "text/plain": repr(self),
            "image/png": base64.b64encode(self.picture()).decode("ascii"),
        }
        if not self.interactive:
            return still
        live = super()._repr_mimebundle_(**kwargs)
        data, metadata = live if isinstance(live, tuple) else (live or {}, {})
        return {**data, **still}, metadata


def explain(error: BaseException) -> str:
    """Say in one line what went wrong, with the student's own line where the error arose in it."""
    if isinstance(error, traitlets.TraitError) or type(error).__name__ == "StoppedError":
        return str(error)
    own = _own_line(error)
    return f"{type(error).__name__}: {error}{own}"


def _own_line(error: BaseException) -> str:
    import linecache

    place = ""
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if "site-packages" not in name and str(_HERE) not in name and "/lib/python" not in name:
            source = linecache.getline(name, trace.tb_lineno).strip()
            place = f" (in {trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}: {source})"
        trace = trace.tb_next
    return place
