import io

import matplotlib
import pytest
from PIL import Image

matplotlib.use("Agg")
import matplotlib.pyplot as plt

from gan_course.errors import ShapeError
from gan_course.plots import Animation, animate


def draw(x, ax):
    ax.set_xlim(0, 10)
    ax.set_title("frame " + "i" * x)  # titles of different width must not change the frame's size
    ax.bar([x], [1])


@pytest.fixture(scope="module")
def movie():
    return animate(draw, [1, 4, 9], width=2, height=2, dpi=50)


def test_every_item_becomes_a_frame_of_one_size(movie):
    assert [f.size for f in movie.frames] == [(100, 100)] * 3


def test_making_it_leaves_no_figure_open():
    """Figures of other tests in this process are none of its business."""
    before = plt.get_fignums()
    animate(draw, [1, 4], width=2, height=2, dpi=50)
    assert plt.get_fignums() == before


def test_it_is_an_animated_png_that_loops_and_whose_still_is_the_last_frame(movie):
    """Viewers that do not play show the still, which should be the result and not the start."""
    png = Image.open(io.BytesIO(movie._repr_png_()))
    assert png.format == "PNG"
    assert png.default_image
    assert png.n_frames == 4
    assert png.info["loop"] == 0
    still = png.convert("RGB").tobytes()
    png.seek(3)
    last = png.convert("RGB").tobytes()
    png.seek(1)
    assert still == last != png.convert("RGB").tobytes()


def test_frames_keep_what_was_drawn(movie):
    """The common palette may shift a colour a little, never lose a bar."""
    png = Image.open(io.BytesIO(movie.to_bytes()))
    for i, frame in enumerate(movie.frames, start=1):
        png.seek(i)
        pairs = zip(png.convert("L").tobytes(), frame.convert("L").tobytes(), strict=True)
        assert sum(abs(a - b) for a, b in pairs) / (100 * 100) < 4


def test_one_frame_is_enough(movie):
    assert Image.open(io.BytesIO(Animation(movie.frames[:1]).to_bytes())).size == (100, 100)


def test_it_can_be_saved(movie, tmp_path):
    assert movie.save(tmp_path / "a.png").read_bytes() == movie.to_bytes()


def test_frames_that_do_not_fit_are_refused(movie):
    with pytest.raises(ShapeError, match="at least one frame"):
        animate(draw, [])
    with pytest.raises(ShapeError, match="differ in size"):
        Animation([movie.frames[0], movie.frames[0].resize((10, 10))])
