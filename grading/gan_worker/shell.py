"""Runs notebook cells the way a notebook does: through IPython, magics and pictures included."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import torch
from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

from gan_course.exercises.student.cells import last_number
from gan_course.exercises.student.worker import describe_error
from gan_worker.outputs import CellStream, Recorder


class _Names(CachingCompiler):
    """Names a cell's code after the cell, so that messages point at the student's own lines."""

    cell_name = "cell"

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        return f"<cell {self.cell_name}>"


class _Publisher(DisplayPublisher):
    recorder: Recorder

    def publish(
        self, data: dict[str, Any], metadata: dict[str, Any] | None = None, *_: Any, **options: Any
    ) -> None:
        if not options.get("update"):  # an updated display would need the one it replaces
            self.recorder.show("display_data", data, metadata, 0)

    def clear_output(self, wait: bool = False) -> None:
        """Keep what was shown: feedback is better with it."""


class _Result(DisplayHook):
    recorder: Recorder

    def write_output_prompt(self) -> None:
        """Print no ``Out[1]:``."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        self.recorder.show("execute_result", format_dict, md_dict, self.prompt_count)

    def finish_displayhook(self) -> None:
        self._is_active = False


class CellShell(InteractiveShell):
    """An IPython shell without terminal, history file or event loop."""

    displayhook_class = Type(_Result)
    display_pub_class = Type(_Publisher)
    compiler_class = Type(_Names)

    def __init__(self, recorder: Recorder) -> None:
        _Publisher.recorder = _Result.recorder = recorder
        config = Config()
        config.HistoryManager.enabled = False
        config.InteractiveShell.colors = "nocolor"
        super().__init__(config=config)  # type: ignore[no-untyped-call]
        self.recorder = recorder

    def enable_gui(self, gui: str | None = None) -> None:
        """Pictures go to the recorder; there is no window to open."""

    def ask_exit(self) -> None:
        """``exit`` in a cell ends nothing."""

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        self.recorder.error(etype.__name__, _text(evalue), list(stb))


class Cells:
    """Runs cells one after another in one namespace."""

    def __init__(self, shell: CellShell, recorder: Recorder) -> None:
        self._shell, self._recorder = shell, recorder

    @property
    def namespace(self) -> dict[str, Any]:
        """Where names are defined."""
        return self._shell.user_ns  # type: ignore[no-any-return]

    def run(self, name: str, source: str | torch.Tensor) -> dict[str, Any]:
        """Run one cell.

        Args:
            name: shown in messages as ``<cell NAME>``.
            source: its text, magics included; as UTF-8 bytes where it comes over the wire.

        Returns:
            ``error``: what it raised, described in plain data, or ``None``; ``outputs``: JSON text of its
            outputs, as bytes in a tensor.
        """
        _Names.cell_name = name
        text = _decoded(source)

        def through_the_shell() -> BaseException | None:
            # The class's own method: student code may have put another one on the object.
            done = InteractiveShell.run_cell(self._shell, text, store_history=True)  # type: ignore[no-untyped-call]
            return done.error_before_exec or done.error_in_exec  # type: ignore[no-any-return]

        return self._recorded(through_the_shell)

    def test(self, name: str, source: str | torch.Tensor) -> dict[str, Any]:
        """Run an instructor's test cell past every hook that student code may have put into the shell.

        Args:
            name: shown in messages as ``<cell NAME>``.
            source: its text, as for :meth:`run`.

        Returns:
            As :meth:`run`, and ``value``: its last expression where that is a number, else ``None``.
        """
        found: list[float | None] = [None]

        def directly() -> BaseException | None:
            try:
                found[0] = last_number(name, _decoded(source), self.namespace)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                self._recorder.error(type(error).__name__, _text(error), [_text(error)])
                return error
            return None

        return {**self._recorded(directly), "value": found[0]}

    def _recorded(self, run: Callable[[], BaseException | None]) -> dict[str, Any]:
        self._recorder.start()
        keep = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = CellStream("stdout", self._recorder), CellStream("stderr", self._recorder)
        try:
            error = run()
        finally:
            sys.stdout, sys.stderr = keep
        text = json.dumps(self._recorder.take()).encode()
        return {
            "error": None if error is None else describe_error("raised", error),
            "outputs": torch.frombuffer(bytearray(text), dtype=torch.uint8),
        }

    def reset(self) -> None:
        """Forget every name and every cell run so far."""
        self._shell.reset(new_session=True)  # type: ignore[no-untyped-call]

    def limit(self, text_kb: int, media_kb: int) -> None:
        """Set what one cell may print and show."""
        self._recorder.limit(text_kb, media_kb)


def make_cells(text_kb: int, media_kb: int) -> Cells:
    """Make the shell, with matplotlib drawing into the notebook."""
    from matplotlib_inline.backend_inline import configure_inline_support

    recorder = Recorder(text_kb, media_kb)
    shell = CellShell(recorder)
    for kind in (InteractiveShell, CellShell):  # what get_ipython() returns
        kind._instance = shell  # type: ignore[assignment] # declared as None alone
    backend = "module://matplotlib_inline.backend_inline"
    configure_inline_support(shell, backend)  # type: ignore[no-untyped-call]
    return Cells(shell, recorder)


def _decoded(source: str | torch.Tensor) -> str:
    # One end of a line was added on the way: an empty tensor cannot cross.
    return source if isinstance(source, str) else bytes(source.numpy()).decode().removesuffix("\n")


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # a lying __str__ is no reason to lose the cell
        return ""
