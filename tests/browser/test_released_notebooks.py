"""Released notebooks as a student first sees them: run unsolved, with the widgets working."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from .lab import Notebook, Server

COURSE = Path(__file__).parents[2] / "course"
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
    """Widgets that need an answer not yet written stay away; at least one is there, and none breaks."""
    shutil.copy(path, server.folder / path.name)
    nb = Notebook.open(browser, server, path.name)
    nb.run_all()
    nb.page.wait_for_timeout(1000)
    nb.page.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'",
        timeout=300_000,
    )
    widget = nb.page.locator(".gc").first
    widget.scroll_into_view_if_needed(timeout=60_000)
    expect(widget.locator("canvas").first).to_have_attribute("aria-label", re.compile(".+"))
    used = {root for call, root in ROOTS.items() if call in path.read_text(encoding="utf-8")}
    shown = set(nb.page.evaluate("() => [...document.querySelectorAll('.gc')].map((e) => e.classList[1])"))
    keep(widget, "first")
    nb.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    nb.page.close()
    assert shown
    assert shown <= used
    assert nb.errors == []
