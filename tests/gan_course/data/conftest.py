"""The MNIST test files, real where the variable GAN_COURSE_TEST_DATA names their folder."""

import gzip
import hashlib
import os
import struct
import warnings
from pathlib import Path

import numpy as np
import pytest

IMAGES, LABELS = "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"


@pytest.fixture(scope="session")
def mnist_files(tmp_path_factory):
    """A folder with the two files of the test split; small made ones where the real ones are not here."""
    given = os.environ.get("GAN_COURSE_TEST_DATA")
    if given:
        folder = Path(given)
        assert (folder / IMAGES).is_file(), f"GAN_COURSE_TEST_DATA={given} holds no {IMAGES}"
        return folder
    warnings.warn(
        "GAN_COURSE_TEST_DATA is not set: a made IDX pair of 200 pictures stands in for MNIST", stacklevel=1
    )
    folder = tmp_path_factory.mktemp("idx")
    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (200, 28, 28), dtype=np.uint8)
    labels = rng.integers(0, 10, 200, dtype=np.uint8)
    (folder / IMAGES).write_bytes(
        gzip.compress(struct.pack(">4B3I", 0, 0, 8, 3, 200, 28, 28) + pictures.tobytes())
    )
    (folder / LABELS).write_bytes(gzip.compress(struct.pack(">4BI", 0, 0, 8, 1, 200) + labels.tobytes()))
    return folder


@pytest.fixture
def sums(mnist_files):
    return {name: hashlib.sha256((mnist_files / name).read_bytes()).hexdigest() for name in (IMAGES, LABELS)}


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache folder, moved here by the variable a student would use."""
    home = tmp_path / "cache"
    monkeypatch.setenv("GAN_COURSE_DATA", str(home))
    monkeypatch.setenv("GAN_COURSE_PROGRESS", "0")
    return home
