"""GANExplorer in JupyterLab: every control, what is shown, keyboard, theme, re-runs and restarts."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from .lab import Notebook

IMPORT = "from gan_course.widgets import GANExplorer\n"
SHOW = IMPORT + "e = GANExplorer(g_width=16, d_width=16, batch=64)\ne"
Open = Callable[..., Notebook]
Keep = Callable[[Locator, str], None]


def press(widget: Locator, what: str) -> None:
    widget.locator(f'[data-do="{what}"]').click()


def counter(widget: Locator, name: str) -> int:
    return int(widget.locator('[data-role="counter"]').get_attribute(f"data-{name}") or -1)


def wait_for_step(notebook: Notebook, widget: Locator, least: int) -> None:
    notebook.page.wait_for_function(
        "([e, n]) => Number(e.dataset.step) >= n",
        arg=[widget.locator('[data-role="counter"]').element_handle(), least],
        timeout=60_000,
    )


def ink(canvas: Locator) -> int:
    """Number of different colours on a canvas: 1 or 2 would be a blank one."""
    return int(
        canvas.evaluate(
            """(c) => { const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
            const seen = new Set();
            for (let i = 0; i < d.length; i += 4) seen.add((d[i] << 16) | (d[i + 1] << 8) | d[i + 2]);
            return seen.size; }"""
        )
    )


def fingerprint(canvas: Locator) -> str:
    return str(canvas.evaluate("(c) => c.toDataURL()"))


def test_the_picture_is_there_at_once_and_steps_move_it(notebook: Open, keep: Keep) -> None:
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    wait_for_step(nb, widget, 0)
    plane = widget.locator('[data-role="plane"]')
    expect(plane).to_have_attribute("aria-label", re.compile("Plane with ring data at step 0"))
    assert ink(plane) > 20
    before = fingerprint(plane)
    press(widget, "step_d")
    nb.page.wait_for_function("() => document.querySelector('[data-role=counter]').dataset.d === '1'")
    assert counter(widget, "g") == 0
    press(widget, "step_g")
    wait_for_step(nb, widget, 1)
    press(widget, "step")
    wait_for_step(nb, widget, 2)
    assert (counter(widget, "d"), counter(widget, "g")) == (2, 2)
    assert fingerprint(plane) != before
    assert nb.value("[e.trainer.d_updates, e.trainer.g_updates]") == [2, 2]
    keep(widget, "stepped")


def test_play_runs_pause_stops_and_the_scrubber_rewinds(notebook: Open, keep: Keep) -> None:
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    press(widget, "play")
    wait_for_step(nb, widget, 200)
    expect(widget.locator('[data-do="play"]')).to_contain_text("Pause")
    expect(widget.locator('[data-role="reading"]')).to_contain_text("of 8 captured")
    press(widget, "play")
    expect(widget.locator('[data-do="play"]')).to_contain_text("Play")
    steps = nb.value("e.steps")
    wait_for_step(nb, widget, int(str(steps)))
    nb.page.wait_for_timeout(300)
    assert nb.value("e.steps") == steps, "pause must stop the training, not only the picture"
    assert len(nb.value("e.frame['mode_hits']")) == 8  # type: ignore[arg-type]
    keep(widget, "paused")
    scrubber = widget.locator('[data-do="rewind"]')
    scrubber.evaluate("(s) => { s.value = 0; s.dispatchEvent(new Event('input')); }")
    nb.page.wait_for_function("() => document.querySelector('[data-role=counter]').dataset.step === '0'")
    assert nb.value("e.steps") == 0
    press(widget, "step")
    nb.page.wait_for_function("() => document.querySelector('[data-role=counter]').dataset.step === '1'")
    assert nb.value("[row['step'] for row in e.numbers()]") == [0, 1]


def test_drawn_points_become_the_data(notebook: Open, keep: Keep) -> None:
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    plane = widget.locator('[data-role="plane"]')
    press(widget, "draw")
    box = plane.bounding_box()
    assert box is not None
    mouse = nb.page.mouse
    mouse.move(box["x"] + 80, box["y"] + 300)
    mouse.down()
    for i in range(20):
        mouse.move(box["x"] + 80 + 12 * i, box["y"] + 300 - 10 * i)
    mouse.up()
    keep(widget, "drawing")
    press(widget, "draw")
    expect(widget.locator('[data-trait="data"]')).to_have_value("drawn")
    wait_for_step(nb, widget, 0)
    slope = nb.value("float(__import__('numpy').polyfit(*e.looks.real.numpy().T, 1)[0])")
    assert slope == pytest.approx(10 / 12, abs=0.1), "the data must follow the pen"
    nb.page.wait_for_timeout(400)
    keep(widget, "drawn")


def test_drawing_by_keyboard(notebook: Open) -> None:
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    press(widget, "draw")
    for key in ["Space", "ArrowRight", "ArrowRight", "Space", "ArrowUp", "Space", "Enter"]:
        nb.page.keyboard.press(key)
    expect(widget.locator('[data-trait="data"]')).to_have_value("drawn")
    assert nb.value("e.data") == "drawn"


def test_loss_data_and_settings_reach_the_kernel(notebook: Open, keep: Keep) -> None:
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    widget.locator("summary").click()
    for loss in ["minimax", "wasserstein-clip", "wasserstein-gp", "least-squares"]:
        widget.locator('[data-trait="loss"]').select_option(loss)
        press(widget, "step")
        expect(widget.locator('[data-role="formula"]')).to_contain_text(
            {"minimax": "E log(1−D(G(z)))"}.get(loss, "D:")
        )
        assert nb.value("e.trainer.loss.name") == loss
    for name in ["line", "gaussians", "grid", "blobs", "moons", "ring"]:
        widget.locator('[data-trait="data"]').select_option(name)
        expect(widget.locator('[data-role="plane"]')).to_have_attribute(
            "aria-label", re.compile(f"{name} data")
        )
    widget.locator('[data-trait="k"]').fill("3")
    widget.locator('[data-trait="k"]').press("Enter")
    widget.locator('[data-trait="g_layers"]').fill("1")
    widget.locator('[data-trait="g_layers"]').press("Enter")
    widget.locator('[data-trait="d_optimizer"]').select_option("sgd")
    nb.page.wait_for_timeout(300)
    assert nb.value("[e.k, e.g_layers, e.d_optimizer, len(list(e.generator.children()))]") == [3, 1, "sgd", 3]
    keep(widget, "settings")


def test_a_refused_number_is_explained_and_put_back(notebook: Open) -> None:
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    widget.locator("summary").click()
    rate = widget.locator('[data-trait="g_lr"]')
    rate.fill("-1")
    rate.press("Enter")
    expect(widget.locator(".gc-error")).to_have_text(
        "got -1.0: g_lr must lie between 1e-06 and 10; choose a g_lr in that range."
    )
    expect(rate).to_have_value("0.001")


def test_every_view_can_be_shown(notebook: Open, keep: Keep) -> None:
    nb = notebook(IMPORT + "e = GANExplorer(steps=400)\ne")
    widget = nb.widget("gc-explorer")
    plane = widget.locator('[data-role="plane"]')
    wait_for_step(nb, widget, 400)
    seen = {fingerprint(plane)}
    for view in ["manifold", "arrows", "verdicts", "best"]:  # the last two have pictures of their own
        widget.locator(f'[data-view="{view}"]').check()
        nb.page.wait_for_timeout(1600)  # the manifold takes a second to unfold
        seen.add(fingerprint(plane))
        keep(widget, view)
    assert len(seen) == 3, "each view of the plane must change it"
    expect(widget.locator('[data-role="verdicts"]')).to_have_attribute(
        "aria-label", re.compile(r"\d+% right")
    )
    assert widget.locator('[data-view="surface"]').is_checked(), "D* stands beside D"
    expect(widget.locator('[data-role="best"]')).to_be_visible()
    for view, role in [("losses", "losses"), ("divergences", "divergences")]:
        widget.locator(f'[data-view="{view}"]').uncheck()
        expect(widget.locator(f'[data-role="{role}"]')).to_be_hidden()


def test_slow_motion_lights_up_the_parts_in_order(notebook: Open, keep: Keep) -> None:
    nb = notebook(IMPORT + "e = GANExplorer(slow=True, slow_seconds=0.4)\ne")
    widget = nb.widget("gc-explorer")
    wait_for_step(nb, widget, 0)
    nb.page.evaluate(
        """() => { window.seen = [];
        const line = document.querySelector('.gc-says');
        new MutationObserver(() => {
            if (line.classList.contains('gc-lit')) window.seen.push(line.textContent);
        })
            .observe(line, { childList: true, attributes: true, characterData: true, subtree: true }); }"""
    )
    press(widget, "step")
    expect(widget.locator(".gc-lit[data-part=d_loss]")).to_be_visible(timeout=20_000)
    keep(widget, "d-loss")
    expect(widget.locator(".gc-lit[data-part=g_gradient]").first).to_be_visible(timeout=20_000)
    expect(widget.locator('[data-role="reading"]')).to_contain_text(re.compile(r"drawn \d+ times longer"))
    keep(widget, "g-gradient")
    wait_for_step(nb, widget, 1)
    expect(widget.locator(".gc-lit[data-part]")).to_have_count(0, timeout=20_000)
    seen = list(
        dict.fromkeys(re.findall(r"[DG]'s turn, \d", " ".join(nb.page.evaluate("() => window.seen"))))
    )
    assert seen == [f"{who}'s turn, {i}" for who in "DG" for i in range(1, 7)]


def test_keys_work_and_never_reach_jupyterlab(notebook: Open) -> None:
    """In JupyterLab's command mode "d d" deletes the cell; in the explorer it trains D twice."""
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    wait_for_step(nb, widget, 0)
    widget.focus()
    for key in "ddsg":
        nb.page.keyboard.press(key)
        nb.page.wait_for_timeout(200)
    assert nb.value("[e.trainer.d_updates, e.trainer.g_updates]") == [2, 2]
    assert nb.page.locator(".jp-Notebook .jp-CodeCell").count() == 1
    nb.page.keyboard.press("Space")
    wait_for_step(nb, widget, 20)
    nb.page.keyboard.press("Space")
    expect(widget.locator('[data-do="play"]')).to_contain_text("Play")
    nb.page.keyboard.press("r")
    nb.page.wait_for_function("() => document.querySelector('[data-role=counter]').dataset.step === '0'")


def test_everything_can_be_reached_and_has_a_name(notebook: Open) -> None:
    """A screen reader must find a name on every control and picture."""
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    widget.locator("summary").click()
    nb.page.wait_for_timeout(500)
    nameless = widget.evaluate(
        """(root) => [...root.querySelectorAll('button, input, select, canvas, svg, [role=img]')]
          .filter((e) => {
            if (e.closest('.gc-hidden')) return false;
            const label = e.closest('label')?.textContent.trim();
            return !(e.getAttribute('aria-label') || e.textContent.trim() || label);
        }).map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert nameless == []
    widget.locator('[data-do="play"]').focus()
    reached = set()
    for _ in range(60):
        nb.page.keyboard.press("Tab")
        reached.add(
            nb.page.evaluate(
                "() => { const d = document.activeElement.dataset;"
                " return d.do || d.trait || d.part || d.view || ''; }"
            )
        )
    assert {
        "step",
        "reset",
        "rewind",
        "slow",
        "loss",
        "g_lr",
        "noise",
        "surface",
        "picture",
        "draw",
    } <= reached


def test_pointing_explains(notebook: Open) -> None:
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    wait_for_step(nb, widget, 0)
    widget.locator("[data-part=g_gradient]").focus()
    expect(widget.locator(".gc-says")).to_contain_text("flows back through D, which is held constant")
    widget.locator('[data-role="plane"]').hover()
    expect(widget.locator(".gc-says")).to_contain_text(re.compile(r"x = \(.*\): D = 0\.\d\d"))


def test_picture_and_numbers_can_be_saved(notebook: Open, tmp_path: Path) -> None:
    nb = notebook(IMPORT + "e = GANExplorer(steps=60)\ne")
    widget = nb.widget("gc-explorer")
    wait_for_step(nb, widget, 60)
    with nb.page.expect_download() as saved:
        press(widget, "picture")
    saved.value.save_as(tmp_path / "p.png")
    assert (tmp_path / "p.png").stat().st_size > 10_000
    with nb.page.expect_download() as saved:
        press(widget, "numbers")
    saved.value.save_as(tmp_path / "n.csv")
    rows = list(csv.DictReader((tmp_path / "n.csv").open()))
    assert rows[-1]["step"] == "60"
    assert float(rows[-1]["kl"]) > 0


def brightness(widget: Locator) -> float:
    return float(
        widget.locator('[data-role="losses"]').evaluate(
            """(c) => { const d = c.getContext('2d').getImageData(2, 2, 1, 1).data;
            return (d[0] + d[1] + d[2]) / 3; }"""
        )
    )


def test_the_theme_is_followed_at_once(notebook: Open, keep: Keep) -> None:
    nb = notebook(
        IMPORT + "from gan_course.widgets.gan_explorer import VIEWS\n"
        "e = GANExplorer(steps=300, views=[v for v in VIEWS if v != 'best'])\ne"
    )
    widget = nb.widget("gc-explorer")
    wait_for_step(nb, widget, 300)
    assert brightness(widget) > 200
    keep(widget, "light")
    nb.dark()
    nb.page.wait_for_timeout(800)
    keep(widget, "dark")
    assert brightness(widget) < 80
    nb.dark(False)


def test_running_the_cell_again_stops_the_old_training(notebook: Open) -> None:
    nb = notebook("runs = []", IMPORT + "e = GANExplorer(g_width=16, d_width=16)\nruns.append(e)\ne")
    widget = nb.widget("gc-explorer")
    wait_for_step(nb, widget, 0)
    press(widget, "play")
    wait_for_step(nb, widget, 30)
    nb.run_cell(1)
    nb.page.wait_for_function("() => document.querySelectorAll('.gc-explorer').length === 1")
    first = nb.value("runs[0].steps")
    nb.page.wait_for_timeout(500)
    assert nb.value("[runs[0].steps, runs[0].playing, len(runs)]") == [first, False, 2]
    widget = nb.widget("gc-explorer")
    press(widget, "step")
    wait_for_step(nb, widget, 1)


def test_clearing_the_output_stops_the_training(notebook: Open) -> None:
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    press(widget, "play")
    wait_for_step(nb, widget, 30)
    nb.command("notebook:clear-all-cell-outputs")
    nb.page.wait_for_timeout(700)
    assert nb.value("e.playing") is False


def test_playing_never_disturbs_the_random_numbers_of_a_running_cell(notebook: Open) -> None:
    """JupyterLab's messages come on another thread; training must not follow them there."""
    draw = "torch.manual_seed(0)\n{} = [torch.rand(1).item() for _ in range(100_000)]\n"
    nb = notebook(SHOW, "import torch\n" + draw.format("first") + draw.format("second"), run=False)
    nb.run_cell(0)
    widget = nb.widget("gc-explorer")
    wait_for_step(nb, widget, 0)
    for _ in range(2):  # the first message of all may still take the main shell
        press(widget, "play")
        nb.page.wait_for_timeout(500)
        nb.run_cell(1)
        assert nb.value("[first == second, e.playing]") == [True, True]
        press(widget, "play")
        expect(widget.locator('[data-do="play"]')).to_contain_text("Play")


def test_slow_motion_is_held_and_stepped(notebook: Open) -> None:
    nb = notebook(IMPORT + "e = GANExplorer(slow=True, slow_seconds=1.5)\ne")
    widget = nb.widget("gc-explorer")
    wait_for_step(nb, widget, 0)
    press(widget, "step")
    expect(widget.locator('[data-do="play"]')).to_contain_text("Pause")
    press(widget, "play")
    expect(widget.locator('[data-do="play"]')).to_contain_text("Play")
    lit = widget.locator(".gc-says.gc-lit")
    expect(lit).to_contain_text(re.compile(r"D's turn, \d of 6"))
    before = int(re.findall(r"turn, (\d)", lit.inner_text())[0])
    press(widget, "step")
    expect(lit).to_contain_text(f"D's turn, {before + 1} of 6")


def test_a_restarted_kernel_leaves_no_error_and_the_cell_runs_again(notebook: Open, keep: Keep) -> None:
    nb = notebook(SHOW)
    widget = nb.widget("gc-explorer")
    press(widget, "play")
    wait_for_step(nb, widget, 30)
    nb.page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    nb.page.wait_for_timeout(4500)
    keep(nb.page.locator(".jp-Notebook"), "restarted")
    if nb.page.locator(".gc-explorer").count():
        old = nb.page.locator(".gc-explorer").first
        press(old, "step")  # into the void: nothing may break, and the reader is told why nothing happens
        expect(old.locator(".gc-error")).to_contain_text(
            "after a restart run this cell again", timeout=10_000
        )
        keep(old, "no-answer")
    nb.run_all()
    nb.page.wait_for_function("() => document.querySelectorAll('.gc-explorer').length === 1")
    widget = nb.widget("gc-explorer")
    nb.page.wait_for_function(
        "() => document.querySelector('[data-role=counter]').dataset.step === '0'", timeout=60_000
    )
    press(widget, "step")
    wait_for_step(nb, widget, 1)


def test_a_busy_kernel_still_shows_the_first_picture(notebook: Open) -> None:
    """Run All: the cells after it run at once, and no message gets through until they are done."""
    nb = notebook(SHOW, "import time\ntime.sleep(6)")
    widget = nb.widget("gc-explorer")
    nb.page.wait_for_function(
        "() => document.querySelector('[data-role=counter]').dataset.step === '0'", timeout=5000
    )
    assert ink(widget.locator('[data-role="plane"]')) > 20


def test_own_parts_run_and_their_errors_are_shown(notebook: Open, keep: Keep) -> None:
    own = """
import torch
from torch import nn
def my_d_loss(real, fake):
    return nn.functional.softplus(-real).mean() + nn.functional.softplus(fake).mean()
def my_g_loss(fake):
    if bad:
        raise ValueError("logits have the wrong shape")
    return nn.functional.softplus(-fake).mean()
bad = False
my_G = nn.Sequential(nn.Linear(2, 32), nn.Tanh(), nn.Linear(32, 2))
e = GANExplorer(data="gaussians", loss=(my_d_loss, my_g_loss), generator=my_G)
e
"""
    nb = notebook(IMPORT + own)
    widget = nb.widget("gc-explorer")
    press(widget, "play")
    wait_for_step(nb, widget, 50)
    assert nb.value("e.generator is my_G") is True
    widget.locator("summary").click()
    expect(widget.locator('[data-trait="g_width"]')).to_have_count(0)  # 64 would be untrue of it
    expect(widget.locator('[data-role="g-network"]')).to_have_text("162 weights")
    expect(widget.locator('[data-trait="d_width"]')).to_be_enabled()
    nb.value("[globals().update(bad=True), None][-1]")
    expect(widget.locator(".gc-error")).to_contain_text(
        "ValueError: logits have the wrong shape (in my_g_loss, line"
    )
    expect(widget.locator('[data-do="play"]')).to_contain_text("Play")
    keep(widget, "error")
