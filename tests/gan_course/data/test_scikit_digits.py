import numpy as np
import pytest
import torch
from sklearn.datasets import load_digits

from gan_course.data import digits


def test_they_are_scikit_learns_pictures_with_their_labels():
    data = digits(value_range=(0, 16))
    wanted = load_digits()
    np.testing.assert_allclose(data.x[:, 0].numpy(), wanted.images, atol=1e-5)
    assert data.y.tolist() == wanted.target.tolist()


@pytest.mark.parametrize("size", [8, 16, 28])
def test_sizes_and_range(size):
    data = digits(size)
    assert data.x.shape == (1797, 1, size, size)
    assert float(data.x.min()) >= -1
    assert float(data.x.max()) <= 1


def test_resizing_keeps_the_digit():
    """A picture scaled up and down again must still be the same one."""
    small, large = digits(8).x, digits(32).x
    again = torch.nn.functional.avg_pool2d(large, 4)
    assert float((again - small).abs().mean()) < 0.1


def test_flat_rows():
    assert digits(flat=True).x.shape == (1797, 64)


@pytest.mark.parametrize(
    ("options", "says"), [({"size": 1}, "at least 2"), ({"value_range": (1, 1)}, "low < high")]
)
def test_bad_options_are_named(options, says):
    with pytest.raises(ValueError, match=says):
        digits(**options)
