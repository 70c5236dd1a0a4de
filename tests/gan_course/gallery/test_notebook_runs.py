"""The gallery's notebook, run once from top to bottom: its pictures are those of the site."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from PIL import Image

from gan_course import cli, gallery

PICTURES = Path(__file__).parents[3] / ".github" / "docs" / "gallery"
pytestmark = pytest.mark.slow
Grey = np.ndarray


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Grey]:
    """Every picture that the notebook shows, by the application's name, from 0 to 1."""
    folder = tmp_path_factory.mktemp("gallery")
    assert cli.main(["gallery", str(folder)]) == 0
    notebook = nbformat.read(folder / "gallery.ipynb", as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    pictures = [cell for cell in notebook.cells if cell.id.startswith("picture-")]
    return {cell.id.removeprefix("picture-"): grey(shown(cell)) for cell in pictures}


def shown(cell: nbformat.NotebookNode) -> bytes:
    (output,) = cell.outputs
    return base64.b64decode(output["data"]["image/png"])


def grey(png: bytes) -> Grey:
    return np.asarray(Image.open(io.BytesIO(png)).convert("L"), dtype=float) / 255


@pytest.mark.parametrize("name", [one.name for one in gallery.entries()])
def test_the_stored_picture_is_what_the_maker_makes(live: dict[str, Grey], name: str) -> None:
    """The same size, and of all stored ones of that size the nearest.

    Not the same pixels: another processor rounds otherwise, and training magnifies that.
    """
    made = live[name]
    stored = {file.stem: grey(file.read_bytes()) for file in PICTURES.glob("*.png")}
    assert made.shape == stored[name].shape
    assert made.std() > 0.1, "a blank picture"
    same_size = {other: picture for other, picture in stored.items() if picture.shape == made.shape}
    assert min(same_size, key=lambda other: np.square(same_size[other] - made).mean()) == name
