"""Real samples come in many forms; what is wrong with them is said of the data, not of the learning rate."""

import numpy as np
import pytest
import torch

from gan_course.data import TensorData
from gan_course.errors import DataError
from gan_course.training.source import source_of

CPU = torch.device("cpu")
NAN = float("nan")


class Stream:
    """Data of the student's own, with a ``sample`` like the library's."""

    def __init__(self, make):
        self.make = make

    def sample(self, n, generator=None):
        return self.make(n)


FORMS = {
    "function giving an array": lambda n: np.random.randn(n, 2),
    "function giving float64": lambda n: torch.randn(n, 2, dtype=torch.float64),
    "function giving bytes": lambda n: np.zeros((n, 2), dtype=np.uint8),
    "object giving an array": Stream(lambda n: np.random.randn(n, 2)),
    "array": np.random.randn(30, 2),
    "array of bytes": np.zeros((30, 2), dtype=np.uint8),
    "data set of float64": TensorData(np.random.randn(30, 2)),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS.keys())
def test_arrays_and_other_number_types_train(quick, data):
    samples, labels = source_of(data, CPU)(7, torch.Generator())
    assert samples.dtype == torch.float32
    assert samples.shape == (7, 2)
    assert labels is None
    assert quick(data=data).history.steps == 5


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (lambda n: [0.0] * n, "returned list for n=128: return a tensor of shape"),
        (lambda n: torch.zeros(n + 1, 2), r"returned shape \(129, 2\) for n=128: return n samples"),
        (lambda n: torch.tensor(1.0), r"returned shape \(\) for n=128"),
        (Stream(lambda n: None), "returned NoneType"),
    ],
)
def test_functions_that_return_no_samples_are_named(quick, data, says):
    with pytest.raises(DataError, match=says) as caught:
        quick(data=data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", [NAN, float("inf")])
@pytest.mark.parametrize("form", [TensorData, lambda x: x, lambda x: x.numpy()])
def test_one_nan_in_the_data_is_found_before_training(quick, value, form):
    x = torch.randn(1000, 2)
    x[417, 1] = value
    with pytest.raises(DataError, match=r"in 1 of 1,000 examples \(the first is number 417\)"):
        quick(data=form(x))


def test_a_nan_that_comes_later_is_told_of_the_data(quick):
    batches = []

    def draw(n):
        batches.append(torch.randn(n, 2))
        if len(batches) == 9:
            batches[-1][3] = NAN
        return batches[-1]

    with pytest.raises(DataError, match=r"NaN or infinity in 1 of 128 samples.*no learning rate helps"):
        quick(data=draw, steps=100)


def test_huge_numbers_are_no_nan():
    huge = torch.full((4, 2), 3e38)  # their sum is infinite, they are not
    assert torch.equal(source_of(lambda n: huge[:n], CPU)(4, None)[0], huge)
