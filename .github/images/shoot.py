"""Photograph what README shows: a check and the explorer in JupyterLab, and the report of ``make demo``.

Run ``make demo`` first, then ``python .github/images/shoot.py``. It needs Chromium, like the browser tests,
whose JupyterLab it uses.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, FloatRect

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.lab import Notebook, Server, chromium, jupyterlab  # noqa: E402  (after the path to it)

SETUP = """from gan_course.exercises import checks
import torch
import torch.nn.functional as F

check = checks("03_minimax")"""
ANSWER = '''def discriminator_loss(real_logits, fake_logits):
    """The discriminator's loss from its logits, a scalar."""
    real = F.binary_cross_entropy_with_logits(real_logits, torch.ones_like(real_logits))
    fake = F.binary_cross_entropy_with_logits(fake_logits, torch.ones_like(fake_logits))
    return real + fake'''
CHECK = "check.discriminator_loss(discriminator_loss)"
EXPLORER = "from gan_course.widgets import GANExplorer\n\nGANExplorer()"
STEPS = 1500
REPORT = ROOT / "build" / "demo" / "report.html"


def check(browser: Browser, server: Server) -> None:
    """A wrong answer, and what its check says: the cells between the set-up and the end."""
    notebook = Notebook.open(browser, server, server.write("check.ipynb", SETUP, ANSWER, CHECK))
    notebook.run_all()
    page = notebook.page
    page.locator(".jp-Cell").nth(2).locator(".jp-OutputArea-output").first.wait_for(timeout=120_000)
    page.wait_for_timeout(2000)
    first, last = (page.locator(".jp-Cell").nth(n).bounding_box() for n in (1, 2))
    assert first is not None
    assert last is not None
    height = last["y"] + last["height"] - first["y"]
    area = FloatRect(x=first["x"], y=first["y"], width=first["width"], height=height)
    page.screenshot(path=HERE / "check.png", clip=area)


def explorer(browser: Browser, server: Server) -> None:
    """The explorer after some steps of training."""
    notebook = Notebook.open(browser, server, server.write("explorer.ipynb", EXPLORER))
    notebook.run_all()
    widget = notebook.widget("gc-explorer")
    widget.locator('[data-do="play"]').click()
    counter = widget.locator('[data-role="counter"]').element_handle()
    notebook.page.wait_for_function(
        "([e, n]) => Number(e.dataset.step) >= n", arg=[counter, STEPS], timeout=400_000
    )
    widget.locator('[data-do="play"]').click()
    notebook.page.wait_for_timeout(2000)
    widget.screenshot(path=HERE / "explorer.png")


def report(browser: Browser) -> None:
    """The top of the class report."""
    if not REPORT.is_file():
        raise SystemExit(f"{REPORT.relative_to(ROOT)} is not there: run make demo first")
    page = browser.new_page(viewport={"width": 1000, "height": 620})
    page.goto(REPORT.as_uri())
    page.screenshot(path=HERE / "report.png")


def main() -> None:
    """Take all three."""
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        report(browser)
        folder = Path(scratch, "notebooks")
        folder.mkdir()
        Path(scratch, "lab").mkdir()
        with jupyterlab(folder, Path(scratch, "lab")) as server:
            check(browser, server)
            explorer(browser, server)
    for name in ("check", "explorer", "report"):
        print(f"{name}.png: {(HERE / f'{name}.png').stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
