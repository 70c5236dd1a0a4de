"""Text that reaches for the worker, the collector or frames is noticed, in a time that has an end."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from gan_grading.course import Assignment
from gan_grading.engine.limits import Limits
from gan_grading.engine.plan import make_plan
from gan_grading.engine.reaching import LONGEST, reaches_for
from gan_grading.engine.rebuild import rebuild
from gan_grading.engine.submitted import read_cells


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("import gc\ngc.collect()", "collector"),
        ("from ctypes import c_int", "memory"),
        ("import sys\nsys.modules['x'].mode = 1", "modules"),
        ("from sys import modules", "modules"),
        ("frame = sys._getframe().f_back", "frames"),
        ("getattr(frame, 'f_locals')", "frames"),
        ("__import__('gan_worker.serve')", "worker"),
        ("import importlib\nimportlib.import_module('gc')", "collector"),
        ("def f(:\n    import gc", "collector"),  # does not parse
        ("%matplotlib inline\nimport gc", "collector"),
        ("x = " + "(" * 90 + "1" + ")" * 90 + "\nimport gc", "collector"),  # too deep to be parsed
        ("import gc\n" + "# " + "x" * LONGEST, "collector"),  # too long
    ],
)
def test_reaching_is_seen(source: str, what: str) -> None:
    assert any(what in found for found in reaches_for(source))


@pytest.mark.parametrize(
    "source",
    [
        "for module in net.modules():\n    print(module)",
        "# import gc\ntext = 'sys._getframe'",
        "from torch import nn\n\ndef double(x):\n    return 2 * x",
        "gc = 3",
        "def f(:\n    net.modules()  # sys.modules",
    ],
)
def test_honest_text_is_left_alone(source: str) -> None:
    assert reaches_for(source) == []


@pytest.mark.parametrize(
    "unit",
    [
        "import gc\n",
        "gc(",
        "{gc:",
        "gc.",
        "-gc",
        "not gc ",
        "'gc",
        '"""',
        "f'{gc",
        "lambda gc: (",
        "gc if gc else ",
    ],
)
def test_no_text_takes_long(unit: str) -> None:
    started = time.process_time()
    reaches_for((unit * 250_000)[:250_000])
    reaches_for(unit * 29)
    reaches_for(unit * (LONGEST // len(unit)))
    assert time.process_time() - started < 5


def test_a_notice_says_that_no_points_hang_on_it(
    assignment: Assignment, correct: Callable[[], dict[str, Any]]
) -> None:
    notebook = correct()
    notebook["cells"].append({"cell_type": "code", "metadata": {}, "source": "import gc", "outputs": []})
    cells, _ = read_cells(notebook, Limits())
    (notice,) = rebuild(make_plan(assignment), cells, Limits(), None).notices
    assert "reaches for the garbage collector" in notice
    assert "no points depend on it" in notice
