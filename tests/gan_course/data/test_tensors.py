import pytest
import torch

from gan_course.data import TensorData
from gan_course.errors import ShapeError


@pytest.fixture
def data():
    return TensorData(torch.arange(10.0)[:, None].repeat(1, 2), torch.arange(10) % 3, name="rows")


def test_batches_are_rows_of_the_data(data):
    batch = data.batch(50, torch.Generator().manual_seed(0))
    assert batch.shape == (50, 2)
    assert set(batch[:, 0].tolist()) == set(range(10))  # 50 draws of 10 rows: all come up with this seed


def test_labels_stay_with_their_examples(data):
    x, y = data.labelled_batch(30, torch.Generator().manual_seed(0))
    assert torch.equal(x[:, 0].long() % 3, y)


def test_split_parts_are_disjoint_and_repeatable(data):
    first, second = data.split(0.7, seed=1)
    assert sorted(first.x[:, 0].tolist() + second.x[:, 0].tolist()) == list(range(10))
    assert torch.equal(first.x, data.split(0.7, seed=1)[0].x)
    assert len(first) == 7


def test_describe_says_what_it_is(data):
    assert data.describe() == "rows: 10 examples of shape 2, 3 classes"


def test_where_keeps_the_labels(data):
    ones = data.where(data.y == 1)
    assert set(ones.y.tolist()) == {1}
    assert len(ones) == 3


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: TensorData(torch.zeros(0, 2)), "at least one example"),
        (lambda: TensorData(torch.zeros(3, 2), torch.zeros(4)), r"labels of shape \(3,\)"),
        (lambda: TensorData(torch.zeros(3, 2)).labelled_batch(1), "no labels"),
    ],
)
def test_bad_shapes_are_named(make, says):
    with pytest.raises(ShapeError, match=says):
        make()


def test_a_split_that_leaves_nothing_is_refused(data):
    with pytest.raises(ValueError, match="leaves a part empty"):
        data.split(1.0)
