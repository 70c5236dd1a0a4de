"""The data an explorer accepts."""

import pytest
import torch

from gan_course.widgets._errors import WidgetError
from gan_course.widgets.engine.sources import LINE, PLANE, as_source, strokes


@pytest.mark.parametrize("name", PLANE)
def test_plane_sources_are_repeatable_finite_and_of_moderate_size(name):
    a, b = (as_source(name, 2).sample(500, torch.Generator().manual_seed(3)) for _ in range(2))
    assert a.shape == (500, 2)
    assert a.equal(b)
    assert torch.isfinite(a).all()
    assert a.abs().max() < 8


@pytest.mark.parametrize("name", LINE)
def test_line_sources_have_one_column_and_a_density(name):
    source = as_source(name, 1)
    assert source.sample(5).shape == (5, 1)
    x = torch.linspace(-8, 8, 2001)[:, None]
    assert source.density(x).sum().item() * 16 / 2000 == pytest.approx(1, abs=1e-3)


def test_strokes_are_followed():
    source = strokes([[-1, 0], [1, 0]], blur=0.01)
    points = source.sample(400, torch.Generator().manual_seed(0))
    assert points[:, 1].abs().max() < 0.06
    assert set(points[:, 0].round().tolist()) == {-1.0, 1.0}
    assert source.modes is None


@pytest.mark.parametrize("points", [[], [[0, 0]], [[0, 0], [1]], [[0, 0], [float("nan"), 1]], "ab"])
def test_a_drawing_that_is_none_is_refused(points):
    with pytest.raises(WidgetError, match="a drawing needs at least two finite points"):
        strokes(points)


def test_own_object_is_taken_as_it_is():
    class Mine:
        def sample(self, n, generator=None):
            return torch.zeros(n, 2)

    mine = Mine()
    assert as_source(mine, 2) is mine


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("rign", "data must be one of line, gaussians, ring"),
        (3, "must be a name or have a method .sample"),
    ],
)
def test_wrong_data_is_refused_with_the_names(value, message):
    with pytest.raises(WidgetError, match=message):
        as_source(value, 2)


def test_points_of_another_dimension_are_refused():
    with pytest.raises(WidgetError, match=r"got \(2, 1\): .sample\(2\) must have shape \(2, 2\)"):
        as_source(as_source("one bump", 1), 2)
