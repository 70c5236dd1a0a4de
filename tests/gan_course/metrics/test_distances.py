"""Against closed forms, and against torchmetrics as an independent oracle."""

import math

import pytest
import torch
from torch import nn

from gan_course.errors import ShapeError
from gan_course.metrics import frechet_distance, kernel_distance


@pytest.fixture
def sets():
    own = torch.Generator().manual_seed(0)
    real = torch.randn(600, 6, generator=own)
    return real, torch.randn(600, 6, generator=own) * 1.3 + 0.4


class Features(nn.Module):
    """Hands features through, where torchmetrics expects a network."""

    num_features = 6

    def forward(self, x):
        return x


def test_frechet_agrees_with_torchmetrics(sets):
    fid = pytest.importorskip("torchmetrics.image.fid").FrechetInceptionDistance(feature=Features())
    fid.set_dtype(torch.float64)
    fid.update(sets[0].double(), real=True)
    fid.update(sets[1].double(), real=False)
    assert frechet_distance(*sets) == pytest.approx(float(fid.compute()), rel=1e-5)


@pytest.mark.filterwarnings("ignore:Metric `Kernel")
def test_kernel_agrees_with_torchmetrics(sets):
    """With one subset that is the whole set, torchmetrics' estimate has no randomness left."""
    kid = pytest.importorskip("torchmetrics.image.kid")
    metric = kid.KernelInceptionDistance(feature=Features(), subsets=1, subset_size=600)
    metric.update(sets[0], real=True)
    metric.update(sets[1], real=False)
    assert kernel_distance(*sets) == pytest.approx(float(metric.compute()[0]), rel=1e-3)


def test_frechet_of_known_gaussians():
    """Two sets of exact mean and covariance: |m|² + tr(A + B − 2 √(AB)) with diagonal A and B."""
    unit = torch.tensor([[1.0, 1.0], [1.0, -1.0], [-1.0, 1.0], [-1.0, -1.0]]) * math.sqrt(
        3 / 4
    )  # covariance I
    other = unit * torch.tensor([2.0, 3.0]) + torch.tensor([1.0, 0.0])
    assert frechet_distance(unit, other) == pytest.approx(1 + (2 - 1) ** 2 + (3 - 1) ** 2, rel=1e-6)


def test_a_set_has_no_distance_to_itself_nor_to_a_shuffled_one(sets):
    real, _ = sets
    assert frechet_distance(real, real) == pytest.approx(0, abs=1e-9)
    assert frechet_distance(real, real.flip(0)) == pytest.approx(0, abs=1e-9)


def test_kernel_distance_has_no_bias():
    """Over many small pairs of one distribution its mean is 0 within its standard error."""
    own = torch.Generator().manual_seed(1)
    values = [
        kernel_distance(torch.randn(20, 3, generator=own), torch.randn(20, 3, generator=own))
        for _ in range(300)
    ]
    mean, error = sum(values) / 300, torch.tensor(values).std().item() / 300**0.5
    assert abs(mean) < 4 * error
    assert min(values) < 0


def test_both_grow_as_the_sets_part(sets):
    real, fake = sets
    for distance in (frechet_distance, kernel_distance):
        assert 0 < distance(real, fake) < distance(real, fake + 1)


@pytest.mark.parametrize(
    ("real", "fake"),
    [
        (torch.zeros(5, 3), torch.zeros(5, 4)),
        (torch.zeros(5), torch.zeros(5)),
        (torch.zeros(1, 3), torch.zeros(5, 3)),
        (torch.full((5, 3), math.nan), torch.zeros(5, 3)),
    ],
    ids=["widths", "flat", "one row", "nan"],
)
def test_what_does_not_fit_is_named(real, fake):
    for distance in (frechet_distance, kernel_distance):
        with pytest.raises(ShapeError) as caught:
            distance(real, fake)
        assert "\n" not in str(caught.value)
