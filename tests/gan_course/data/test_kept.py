"""``gan-course data``: what lies on the machine, brought and removed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gan_course import cli
from gan_course.data import kept

from .conftest import IMAGES, LABELS
from .server import serve


@pytest.fixture
def mirror(mnist_files, sums, cache, monkeypatch):
    """MNIST as two files on a server of our own."""
    with serve(mnist_files) as server:
        published = replace(kept.MNIST, mirrors=(server.address,), sha256=sums)
        monkeypatch.setitem(kept._DOWNLOADED, "mnist", published)
        yield cache / "mnist"


def listed(capsys, name):
    assert cli.main(["data"]) == 0
    return next(line for line in capsys.readouterr().out.splitlines() if line.startswith(f"{name} "))


def test_a_data_set_is_brought_and_removed(mirror, capsys):
    assert "not here, gan-course data fetch mnist" in listed(capsys, "mnist")
    assert cli.main(["data", "fetch", "mnist"]) == 0
    assert str(mirror) in capsys.readouterr().out
    assert {IMAGES, LABELS} <= {p.name for p in mirror.iterdir()}
    assert "MB here" in listed(capsys, "mnist")
    (mirror / LABELS).unlink()
    assert "1 of 2 files" in listed(capsys, "mnist")
    assert cli.main(["data", "remove", "mnist"]) == 0
    assert not mirror.exists()
    assert cli.main(["data", "remove", "mnist"]) == 0, "removing twice is no error"


def test_what_is_made_or_packaged_is_named_so(capsys):
    assert listed(capsys, "ring").endswith("made when asked for")
    assert listed(capsys, "digits").endswith("comes with scikit-learn")
