import dataclasses
import gzip

import pytest
import torch

from gan_course.data import load, mnist
from gan_course.data import published as module
from gan_course.data.published import FASHION_MNIST, MNIST
from gan_course.errors import ChecksumError, DownloadError, UnknownNameError

from .conftest import IMAGES, LABELS
from .server import serve


@pytest.fixture
def published(sums, monkeypatch):
    """The registry with the sums of the files at hand (the real ones, where those are here)."""
    monkeypatch.setattr(module, "MNIST", dataclasses.replace(MNIST, sha256={**MNIST.sha256, **sums}))


def test_the_files_at_hand_are_the_registered_ones(mnist_files, sums):
    """Where the real files are, the registry's checksums must be theirs."""
    import os

    if not os.environ.get("GAN_COURSE_TEST_DATA"):
        pytest.skip("GAN_COURSE_TEST_DATA is not set: the made files have sums of their own")
    assert sums == {name: MNIST.sha256[name] for name in (IMAGES, LABELS)}


def test_download_by_name_gives_pictures_with_labels(mnist_files, published, cache):
    with serve(mnist_files) as server:
        data = load("mnist", split="test", mirrors=[server.address])
    raw = gzip.decompress((mnist_files / IMAGES).read_bytes())
    labels = gzip.decompress((mnist_files / LABELS).read_bytes())[8:]
    assert data.x.shape == (len(labels), 1, 28, 28)
    first = torch.tensor(list(raw[16 : 16 + 784])).reshape(28, 28) / 127.5 - 1
    torch.testing.assert_close(data.x[0, 0], first)
    assert bytes(data.y.tolist()) == labels
    assert (cache / "mnist" / IMAGES).is_file()


def test_a_folder_is_read_without_going_online(mnist_files, published, cache):
    data = mnist(
        "test", folder=mnist_files, mirrors=["http://127.0.0.1:9/"], size=14, flat=True, value_range=(0, 1)
    )
    assert data.x.shape[1:] == (196,)
    assert float(data.x.min()) >= 0
    assert not cache.exists()


def test_a_folder_without_the_files_is_named(tmp_path):
    with pytest.raises(DownloadError, match="there is no file"):
        mnist("train", folder=tmp_path)


def test_a_wrong_file_in_the_folder_is_named(tmp_path):
    for name in (IMAGES, LABELS):
        (tmp_path / name).write_bytes(b"something else")
    with pytest.raises(ChecksumError, match="not the published file"):
        mnist("test", folder=tmp_path)


def test_unknown_split_lists_the_splits():
    with pytest.raises(UnknownNameError, match="There are: all, test, train"):
        mnist("validation")


def test_every_published_file_has_a_checksum_and_mirrors_are_folders():
    for published in (MNIST, FASHION_MNIST):
        assert len(published.sha256) == 4
        assert all(len(s) == 64 and set(s) <= set("0123456789abcdef") for s in published.sha256.values())
        assert len(published.mirrors) >= 2
        assert all(m.endswith("/") for m in published.mirrors)
        assert len(published.classes) == 10
    assert not set(MNIST.sha256.values()) & set(FASHION_MNIST.sha256.values())


def test_the_two_data_sets_do_not_share_a_cache(mnist_files, published, cache, monkeypatch, sums):
    """Their files have the same names."""
    fashion = dataclasses.replace(FASHION_MNIST, sha256={**FASHION_MNIST.sha256, **sums})
    monkeypatch.setattr(module, "FASHION_MNIST", fashion)
    with serve(mnist_files) as server:
        load("mnist", split="test", mirrors=[server.address])
        data = load("fashion_mnist", split="test", mirrors=[server.address])
    assert (cache / "fashion-mnist" / IMAGES).is_file()
    assert data.classes[9] == "boot"
