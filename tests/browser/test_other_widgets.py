"""The other widgets in JupyterLab: their controls, what is shown, and both themes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from .lab import Notebook

Open = Callable[..., Notebook]
Keep = Callable[[Locator, str], None]


def slide(widget: Locator, name: str, value: float) -> None:
    widget.locator(f'[data-trait="{name}"]').evaluate(
        "(s, v) => { s.value = v; s.dispatchEvent(new Event('input')); }", value
    )


def fingerprint(canvas: Locator) -> str:
    return str(canvas.evaluate("(c) => c.toDataURL()"))


def test_minimax_game(notebook: Open, keep: Keep) -> None:
    nb = notebook("from gan_course.widgets import MinimaxGame\nw = MinimaxGame()\nw")
    widget = nb.widget("gc-game")
    told = widget.locator('[data-role="verdict"]')
    expect(told).to_have_text("After 120 rounds the path spirals out.")
    keep(widget, "simultaneous")
    widget.locator('[data-trait="method"]').select_option("alternating")
    expect(told).to_contain_text("circles")
    widget.locator('[data-trait="method"]').select_option("damped")
    expect(told).to_contain_text("comes home")
    slide(widget, "eta", 0.3)
    nb.page.wait_for_timeout(300)
    assert nb.value("w.eta") == 0.3
    widget.locator('[data-role="plane"]').click(position={"x": 255, "y": 170})
    nb.page.wait_for_timeout(300)
    x, y = nb.value("w.start")  # type: ignore[misc]
    assert (x, y) == (pytest.approx(1.5, abs=0.05), pytest.approx(0, abs=0.05))
    widget.locator('[data-role="plane"]').press("ArrowUp")
    nb.page.wait_for_timeout(300)
    assert nb.value("w.start[1]") == pytest.approx(y + 0.1)
    widget.locator('[data-do="play"]').click()
    expect(widget.locator('[data-do="play"]')).to_contain_text("Pause")
    nb.page.wait_for_function("() => Number(document.querySelector('[data-do=show]').value) > 5")
    widget.locator('[data-do="play"]').click()
    nb.dark()
    nb.page.wait_for_timeout(500)
    keep(widget, "dark")
    nb.dark(False)


def test_density_game(notebook: Open, keep: Keep) -> None:
    nb = notebook("from gan_course.widgets import DensityGame\nw = DensityGame('two bumps')\nw")
    widget = nb.widget("gc-density")
    first = widget.locator('[data-role="densities"]')
    nb.page.wait_for_function("() => document.querySelector('[data-role=counter]').dataset.step === '0'")
    before = fingerprint(first)
    widget.locator('[data-do="play"]').click()
    nb.page.wait_for_function(
        "() => Number(document.querySelector('[data-role=counter]').dataset.step) > 150", timeout=60_000
    )
    widget.locator('[data-do="play"]').click()
    nb.page.wait_for_timeout(600)
    assert fingerprint(first) != before
    keep(widget, "played")
    nb.dark()
    nb.page.wait_for_timeout(500)
    keep(widget, "dark")
    nb.dark(False)
    widget.locator('[data-trait="data"]').select_option("one bump")
    nb.page.wait_for_function("() => document.querySelector('[data-role=counter]').dataset.step === '0'")
    widget.locator('[data-do="step_d"]').click()
    nb.page.wait_for_function("() => document.querySelector('[data-role=counter]').dataset.d === '1'")
    assert nb.value("[w.data, w.trainer.d_updates]") == ["one bump", 1]


WALK = """
import torch
from torch import nn
from gan_course.widgets import LatentWalk
torch.manual_seed(0)
body = nn.Sequential(nn.Linear(8 + 3, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh())
G = lambda z, y: body(torch.cat([z, nn.functional.one_hot(y, 3)], 1))
w = LatentWalk(G, 8, classes=["a", "b", "c"])
w
"""


def test_latent_walk(notebook: Open, keep: Keep) -> None:
    nb = notebook(WALK)
    widget = nb.widget("gc-latent")
    pad, now = widget.locator('[data-role="pad"]'), widget.locator('[data-role="now"]')
    expect(widget.locator('[data-role="where"]')).to_have_text("at (0.00, 0.00), class a")
    before = fingerprint(now)
    pad.click(position={"x": 300, "y": 50})
    expect(widget.locator('[data-role="where"]')).to_have_text(re.compile(r"at \(1\.\d\d, 1\.\d\d\)"))
    nb.page.wait_for_timeout(400)
    assert fingerprint(now) != before
    a = nb.value("w.a")
    pad.press("ArrowRight")
    nb.page.wait_for_timeout(400)
    assert nb.value("w.a") == pytest.approx(float(str(a)) + 0.1)
    sheet = fingerprint(pad)
    widget.locator('[data-trait="label"]').select_option("2")
    nb.page.wait_for_timeout(400)
    assert nb.value("w.label") == 2
    assert fingerprint(pad) != sheet
    keep(widget, "walked")
    widget.locator('[data-do="home"]').click()
    expect(widget.locator('[data-role="where"]')).to_have_text("at (0.00, 0.00), class c")


ATTACK = """
import torch
from torch import nn
from gan_course import data
from gan_course.widgets import AdversarialSlider
torch.manual_seed(0)
d = data.digits()
x, y = (d.x + 1) / 2, d.y
net = nn.Sequential(nn.Flatten(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.Adam(net.parameters(), 1e-2)
for _ in range(150):
    loss = nn.functional.cross_entropy(net(x), y)
    optimizer.zero_grad(); loss.backward(); optimizer.step()
w = AdversarialSlider(net, x[:30], y[:30])
w
"""


def test_adversarial_slider(notebook: Open, keep: Keep) -> None:
    nb = notebook(ATTACK)
    widget = nb.widget("gc-attack")
    told = widget.locator('[data-role="verdict"]')
    expect(told).to_have_text(re.compile(r"0 \(\d+%\) → 0 \(\d+%\)$"))
    slide(widget, "epsilon", 0.3)
    expect(told).to_contain_text("the classifier has changed its mind")
    keep(widget, "fgsm")
    widget.locator('[data-trait="method"]').select_option("PGD")
    widget.locator('[data-trait="target"]').select_option("8")
    expect(told).to_contain_text("→ 8")
    widget.locator('[data-trait="index"]').fill("4")
    widget.locator('[data-trait="index"]').press("Enter")
    expect(told).to_contain_text("4 (")
    nb.page.wait_for_timeout(300)
    keep(widget, "pgd")
    nb.dark()
    nb.page.wait_for_timeout(500)
    keep(widget, "dark")
    nb.dark(False)


def test_information_slider(notebook: Open, keep: Keep) -> None:
    nb = notebook("from gan_course.widgets import InformationSlider\nw = InformationSlider()\nw")
    widget = nb.widget("gc-information")
    told = widget.locator('[data-role="numbers"]')
    expect(told).to_contain_text("surprise 1.000 · entropy 1.000 · cross-entropy 1.322")
    slide(widget, "p", 0.25)
    expect(told).to_contain_text("surprise 2.000 · entropy 0.811")
    slide(widget, "q", 0)
    expect(told).to_contain_text("cross-entropy ∞")
    widget.locator('[data-trait="unit"]').select_option("nats")
    expect(told).to_contain_text("entropy 0.562")
    slide(widget, "q", 0.6)
    nb.page.wait_for_timeout(300)
    keep(widget, "light")


@pytest.mark.parametrize("interactive", [True, False])
def test_exported_html_shows_the_picture(notebook: Open, interactive: bool, keep: Keep) -> None:
    """nbconvert, like GitHub, shows the picture and says nothing about missing widgets."""
    import nbformat
    from nbclient import NotebookClient
    from nbconvert import HTMLExporter

    code = f"from gan_course.widgets import GANExplorer\nGANExplorer(steps=30, interactive={interactive})"
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    NotebookClient(made, timeout=120, kernel_name="python3").execute()
    made.metadata.pop("widgets", None)  # what the course strips before storing
    html, _ = HTMLExporter().from_notebook_node(made)
    assert "data:image/png;base64" in html
    nb = notebook("0", run=False)
    nb.page.evaluate(
        """(html) => {
            const frame = document.createElement('iframe');
            frame.id = 'export';
            frame.srcdoc = html;
            frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;background:white;z-index:99';
            document.body.append(frame);
        }""",
        html,
    )
    picture = nb.page.frame_locator("#export").locator("img[src^='data:image/png']")
    expect(picture).to_have_count(1)
    keep(nb.page.locator("#export"), str(interactive))
    nb.errors.clear()  # the exporter's own page asks for MathJax and RequireJS from the network
