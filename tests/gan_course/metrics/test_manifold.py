import pytest
import torch

from gan_course.errors import ShapeError
from gan_course.metrics import memorisation, precision_recall


def cloud(n, seed, shift=0.0):
    return torch.randn(n, 3, generator=torch.Generator().manual_seed(seed)) + shift


def test_one_distribution_twice_is_good_and_varied():
    found = precision_recall(cloud(500, 0), cloud(500, 1))
    assert found.precision > 0.85
    assert found.recall > 0.85


def test_far_away_is_neither():
    found = precision_recall(cloud(200, 0), cloud(200, 1, shift=50.0))
    assert (found.precision, found.recall) == (0.0, 0.0)


def test_a_collapsed_generator_is_good_but_not_varied():
    real = torch.cat([cloud(200, 0, shift=s) for s in (0.0, 30.0, 60.0, 90.0)])
    found = precision_recall(real, cloud(200, 1))
    assert found.precision > 0.85
    assert found.recall == pytest.approx(0.25, abs=0.05)


def test_precision_and_recall_by_hand():
    """Real points 0, 1, 2 have balls of radius 1 (k=1); of the fakes only 2.5 lies in one."""
    real = torch.tensor([[0.0], [1.0], [2.0]])
    fake = torch.tensor([[2.5], [10.0], [20.0]])
    found = precision_recall(real, fake, k=1)
    assert found.precision == pytest.approx(1 / 3)
    assert found.recall == 1.0  # the ball of 2.5 reaches to 10, so it covers all real points
    assert str(found) == "precision 0.33, recall 1.00"


@pytest.mark.parametrize("k", [0, 3])
def test_k_must_fit(k):
    with pytest.raises(ShapeError, match="does not fit"):
        precision_recall(torch.zeros(3, 1), torch.zeros(3, 1), k=k)


def test_copies_are_found_and_fresh_samples_are_not():
    train, held_out, fresh = cloud(1000, 0), cloud(500, 1), cloud(500, 2)
    copied = memorisation(train[:300] + 1e-4, train, held_out)
    assert copied.copies == 1.0
    assert copied.z < -10
    assert torch.equal(copied.nearest, torch.arange(300))
    honest = memorisation(fresh, train, held_out)
    assert honest.copies < 0.04
    assert abs(honest.z) < 4


def test_poor_samples_are_no_copies():
    train, held_out = cloud(1000, 0), cloud(500, 1)
    poor = memorisation(cloud(300, 2, shift=5.0), train, held_out)
    assert poor.copies == 0
    assert poor.z > 10


def test_half_copies_are_half():
    train, held_out = cloud(1000, 0), cloud(500, 1)
    mixed = torch.cat([train[:200], cloud(200, 2)])
    assert memorisation(mixed, train, held_out).copies == pytest.approx(0.5, abs=0.03)


def test_pictures_are_compared_pixel_by_pixel():
    pictures = torch.rand(50, 1, 4, 4, generator=torch.Generator().manual_seed(0))
    assert memorisation(pictures[:10], pictures[:30], pictures[30:]).copies == 1.0
