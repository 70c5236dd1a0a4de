"""What every widget must do in a notebook: show a picture everywhere, and stop when told to."""

import asyncio
import base64
import io
import json
import subprocess
import sys
import threading

import pytest
import torch
from PIL import Image
from torch import nn

from gan_course import widgets
from gan_course.widgets import _owners
from gan_course.widgets._base import STATIC_VARIABLE, CourseWidget, explain

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


def linear(inputs, outputs):
    torch.manual_seed(0)
    return nn.Linear(inputs, outputs)


def classifier():
    return nn.Sequential(nn.Flatten(), linear(64, 10))


MAKERS = {
    "GANExplorer": lambda **o: widgets.GANExplorer(g_width=8, d_width=8, **o),
    "DensityGame": lambda **o: widgets.DensityGame(g_width=8, d_width=8, **o),
    "MinimaxGame": lambda **o: widgets.MinimaxGame(**o),
    "LatentWalk": lambda **o: widgets.LatentWalk(linear(4, 64), 4, **o),
    "AdversarialSlider": lambda **o: widgets.AdversarialSlider(
        classifier(), torch.linspace(0, 1, 192).reshape(3, 1, 8, 8), torch.tensor([0, 1, 2]), epsilon=0.1, **o
    ),
    "InformationSlider": lambda **o: widgets.InformationSlider(**o),
}


@pytest.fixture(params=MAKERS, scope="module")
def make(request):
    return MAKERS[request.param]


def test_every_public_widget_is_tested_here():
    assert set(MAKERS) == set(widgets.__all__)


def test_live_output_carries_a_small_picture_as_well(make):
    """GitHub, nbconvert and a notebook opened without a kernel show the picture."""
    data, _ = make(interactive=True)._repr_mimebundle_()
    assert WIDGET_VIEW in data
    picture = Image.open(io.BytesIO(base64.b64decode(data["image/png"])))
    assert min(picture.size) > 150
    assert len(data["image/png"]) < 90_000, "stored notebooks must stay small"
    assert len(picture.convert("RGB").getcolors(300)) > 20, "the picture must not be blank"


def test_still_output_opens_no_channel(make):
    widget = make(interactive=False)
    assert widget.comm is None
    assert set(widget._repr_mimebundle_()) == {"text/plain", "image/png"}


def test_text_is_the_same_for_the_same_state(make):
    """Nbval compares stored text word for word, so no memory address and nothing measured may be in it."""
    assert repr(make(interactive=False)) == repr(make(interactive=False))
    assert " at 0x" not in repr(make(interactive=False))


def test_both_forms_show_the_same_picture(make):
    assert make(interactive=True).picture() == make(interactive=False).picture()


def test_the_environment_asks_for_stills(make, monkeypatch):
    monkeypatch.setenv(STATIC_VARIABLE, "0")
    assert not make().interactive
    assert make(interactive=True).interactive, "what is written in the cell comes first"


def test_picture_can_be_saved(make, tmp_path):
    path = make(interactive=False).save_picture(tmp_path / "here.png")
    assert Image.open(path).format == "PNG"


def test_state_sent_to_the_browser_is_plain(make):
    """Everything but bytes must be JSON, without NaN or infinity, which browsers refuse."""
    state = make(interactive=True).get_state()

    def plain(value):
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items() if not isinstance(v, bytes)}
        return value

    for name, value in state.items():
        if name not in ("layout", "tabbable", "tooltip"):
            json.dumps(plain(value), allow_nan=False)


def test_one_script_that_ends_in_render(make):
    script = make(interactive=False)._esm
    assert script.rstrip().endswith("export default { render };")
    assert script.count("export default") == 1
    assert "import " not in script.replace("// Helpers", "")[:200]
    assert "http://" not in script.replace("http://www.w3.org/2000/svg", ""), "no network"
    assert "https://" not in script


def test_importing_the_library_does_not_bring_widgets():
    code = "import sys, gan_course; print([m for m in sys.modules if 'widgets' in m or m == 'anywidget'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


class Plain(CourseWidget):
    _esm = "export default {}"


def test_an_error_while_handling_a_message_is_shown_not_raised():
    widget = Plain(interactive=False)
    widget._handle = lambda message: 1 / 0
    widget._on_message(widget, {"do": "anything"}, [])
    assert widget.error.startswith("ZeroDivisionError: division by zero")


def test_a_refused_value_from_the_browser_is_explained():
    widget = widgets.MinimaxGame(interactive=False)
    widget.set_state({"eta": -1.0})
    assert widget.eta == 0.1
    assert widget.error == "got -1.0: eta must lie between 0.001 and 2; choose another."


def test_the_students_own_line_is_quoted():
    def students_loss(real):
        return real.undefined

    with pytest.raises(AttributeError) as caught:
        students_loss(torch.zeros(1))
    assert "in students_loss, line" in explain(caught.value)
    assert "return real.undefined" in explain(caught.value)


def test_what_a_browser_asks_for_is_done_on_the_loop_the_widget_was_made_on():
    """JupyterLab may deliver messages on another thread, where training would race with the notebook."""

    async def scene():
        widget = widgets.MinimaxGame(interactive=True)
        threads = []
        widget._handle = lambda message: threads.append(threading.get_ident())
        widget.observe(lambda change: threads.append(threading.get_ident()), "eta")
        await asyncio.to_thread(widget._on_message, widget, {"do": "anything"}, [])
        await asyncio.to_thread(widget.set_state, {"eta": 0.2})
        await asyncio.sleep(0.05)
        assert widget.eta == 0.2
        return threads

    assert asyncio.run(scene()) == [threading.get_ident()] * 2


class Stoppable:
    stopped = 0

    def stop(self):
        self.stopped += 1


def test_running_a_cell_again_stops_what_its_last_run_made(monkeypatch):
    now = ["cell", "first run"]
    monkeypatch.setattr(_owners, "running_cell", lambda: tuple(now))
    monkeypatch.setattr(_owners, "_owned", {})
    one, two, elsewhere = Stoppable(), Stoppable(), Stoppable()
    _owners.claim(one)
    _owners.claim(two)
    assert one.stopped == 0, "two widgets of one run live side by side"
    now[:] = ["other cell", "second run"]
    _owners.claim(elsewhere)
    assert one.stopped == 0
    now[:] = ["cell", "third run"]
    _owners.claim(Stoppable())
    assert (one.stopped, two.stopped, elsewhere.stopped) == (1, 1, 0)


def test_outside_a_notebook_no_cell_runs():
    assert _owners.running_cell() == (None, "")
