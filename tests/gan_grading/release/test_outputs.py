"""Stored outputs keep what a reader needs and lose what belongs to one machine."""

from __future__ import annotations

import base64
import io

from nbformat.v4 import new_code_cell, new_notebook, new_output
from PIL import Image, PngImagePlugin

from gan_grading.release.outputs import WIDGET, differing_cells, graft_outputs, tidy_outputs
from gan_grading.release.png import strip_png


def _png(**options: object) -> str:
    buffer = io.BytesIO()
    Image.new("RGB", (3, 2), "red").save(buffer, "PNG", **options)
    return base64.b64encode(buffer.getvalue()).decode()


def test_pictures_lose_the_writers_name_and_nothing_else() -> None:
    note = PngImagePlugin.PngInfo()
    note.add_text("Software", "some program 1.2.3")
    assert strip_png(_png(pnginfo=note)) == _png()


def test_moving_pictures_keep_their_frames() -> None:
    frames = [Image.new("RGB", (3, 2), colour) for colour in ("green", "blue")]
    moving = _png(save_all=True, append_images=frames)
    picture = Image.open(io.BytesIO(base64.b64decode(strip_png(moving))))
    assert picture.n_frames == 3


def test_what_is_no_png_is_left_alone() -> None:
    assert strip_png(base64.b64encode(b"no picture").decode()) == base64.b64encode(b"no picture").decode()


def test_widget_views_go_and_their_pictures_stay() -> None:
    both = new_output(
        "display_data", data={WIDGET: {"model_id": "1"}, "image/png": _png(), "text/plain": "x"}
    )
    alone = new_output("display_data", data={WIDGET: {"model_id": "2"}})
    notebook = new_notebook(cells=[new_code_cell("x", outputs=[both, alone])])
    tidy_outputs(notebook)
    (kept,) = notebook.cells[0].outputs
    assert set(kept.data) == {"image/png", "text/plain"}


def test_outputs_are_kept_only_under_the_code_that_made_them() -> None:
    stored = new_notebook(cells=[new_code_cell("1 + 1", execution_count=1)])
    assert graft_outputs(new_notebook(cells=[new_code_cell("1 + 1")]), stored) is not None
    assert graft_outputs(new_notebook(cells=[new_code_cell("1 + 2")]), stored) is None
    assert graft_outputs(new_notebook(cells=[]), stored) is None
    assert graft_outputs(new_notebook(cells=[]), None) is None


def test_a_replay_compares_texts_but_no_pictures_and_no_ignored_cells() -> None:
    def notebook(text: str, picture: str, ignored: str) -> object:
        printed = new_output("stream", text=text)
        drawn = new_output("display_data", data={"image/png": picture, "text/plain": "<Figure>"})
        loose = new_code_cell("b", id="b", outputs=[new_output("stream", text=ignored)])
        loose.metadata["tags"] = ["nbval-ignore-output"]
        return new_notebook(cells=[new_code_cell("a", id="a", outputs=[printed, drawn]), loose])

    assert differing_cells(notebook("1", "p", "x"), notebook("1", "q", "y")) == []
    assert differing_cells(notebook("1", "p", "x"), notebook("2", "p", "x")) == ["a"]
