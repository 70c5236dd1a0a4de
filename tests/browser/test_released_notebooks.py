"""Notebooks of the course with their widgets: as a student first sees them, and with the answers written."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, expect

from .lab import Notebook, Server

COURSE = Path(__file__).parents[2] / "course"
SOLUTIONS = Path(__file__).parents[2] / "solutions"
SOLVED = ["03_minimax"]  # where every widget trains what the student has written
ROOTS = {
    "GANExplorer(": "gc-explorer",
    "DensityGame(": "gc-density",
    "MinimaxGame(": "gc-game",
    "LatentWalk(": "gc-latent",
    "AdversarialSlider(": "gc-attack",
    "InformationSlider(": "gc-information",
}
WITH_WIDGETS = sorted(
    p for p in COURSE.glob("*/*.ipynb") if "gan_course.widgets" in p.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("path", WITH_WIDGETS, ids=lambda path: path.parent.name)
def test_a_released_notebook_runs_and_shows_its_widgets(
    path: Path, browser: Browser, server: Server, keep: Callable[[Locator, str], None]
) -> None:
    """Widgets that need an answer not yet written stay away and say so; the others are there, none breaks."""
    shutil.copy(path, server.folder / path.name)
    nb = Notebook.open(browser, server, path.name)
    _run(nb)
    used = {root for call, root in ROOTS.items() if call in path.read_text(encoding="utf-8")}
    shown = set(nb.page.evaluate("() => [...document.querySelectorAll('.gc')].map((e) => e.classList[1])"))
    said = nb.page.evaluate(
        "() => window.jupyterapp.shell.currentWidget.content.model.cells"
        " && JSON.stringify(window.jupyterapp.shell.currentWidget.content.model.toJSON())"
    )
    if shown:
        widget = nb.page.locator(".gc").first
        widget.scroll_into_view_if_needed(timeout=60_000)
        expect(widget.locator("canvas").first).to_have_attribute("aria-label", re.compile(".+"))
        keep(widget, "first")
    _close(nb)
    assert shown or "This picture needs" in said
    assert shown <= used
    assert nb.errors == []


@pytest.mark.parametrize("name", SOLVED)
def test_the_widgets_of_a_solved_notebook_play(
    name: str, browser: Browser, server: Server, keep: Callable[[Locator, str], None]
) -> None:
    """With the answers written, the widgets train the student's own parts."""
    (path,) = (SOLUTIONS / name).glob("*.ipynb")
    cells = [c.source for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    wanted = [c if _has_widget(c) else _without_demos(c) for c in cells if "HIDDEN TESTS" not in c]
    nb = Notebook.open(browser, server, server.write(f"solved-{path.name}", *wanted))
    _run(nb)
    for i, cell in enumerate(wanted):
        root = next((root for call, root in ROOTS.items() if call in cell), None)
        if root is None:
            continue
        nb.show_cell(i)
        widget = nb.widget(root)
        counter = widget.locator('[data-role="counter"]')
        before = int(counter.get_attribute("data-step") or -1)
        widget.locator('[data-do="play"]').click()
        nb.page.wait_for_function(
            "([e, n]) => Number(e.dataset.step) > n + 20",
            arg=[counter.element_handle(), before],
            timeout=60_000,
        )
        widget.locator('[data-do="play"]').click()
        nb.page.wait_for_timeout(500)
        keep(widget, root)
        assert widget.locator(".gc-error").inner_text() == ""
    _close(nb)
    assert nb.errors == []


def _has_widget(cell: str) -> bool:
    return any(call in cell for call in ROOTS)


def _without_demos(cell: str) -> str:
    """Define a demo and all that stands beside it, without running it: the other pictures take a minute."""
    return re.sub(r"^@demo.*$", "@(lambda f: f)", cell, flags=re.MULTILINE)


def _run(nb: Notebook) -> None:
    nb.run_all()
    nb.page.wait_for_timeout(1000)
    nb.page.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'",
        timeout=300_000,
    )


def _close(nb: Notebook) -> None:
    nb.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    nb.page.close()
