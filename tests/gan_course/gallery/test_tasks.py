"""What the translator is given: each task takes something away, and leaves the size and the range."""

from __future__ import annotations

import pytest
import torch

from gan_course.gallery.digits import conditions, handwritten, measured, ordered
from gan_course.gallery.tasks import TASKS, icon


@pytest.mark.parametrize("task", TASKS)
def test_a_task_gives_pictures_of_the_same_kind_and_repeats_with_its_seed(task: str) -> None:
    x = handwritten("test").x[:40]
    given, again = (TASKS[task](x, torch.Generator().manual_seed(3)) for _ in range(2))
    assert torch.equal(given, again)
    assert given.shape == x.shape
    assert given.min() >= -1.001
    assert given.max() <= 1.001
    assert torch.equal(given, x) == (task == "emojis")


def test_a_small_picture_has_sixteen_different_pixels_at_most() -> None:
    given = TASKS["super-resolution"](handwritten("test").x[:5], torch.Generator())
    assert all(len(picture.unique()) <= 16 for picture in given)


def test_a_map_tells_enclosed_paper_from_open_paper() -> None:
    """A zero encloses some, a one none."""
    data = handwritten("test")
    assert data.y is not None
    maps = TASKS["semantic-to-photo"](data.x, torch.Generator())
    enclosed = (maps == 0).flatten(1).any(dim=1).float()
    assert set(maps.unique().tolist()) == {-1.0, 0.0, 1.0}
    assert enclosed[data.y == 0].mean() > 0.8
    assert enclosed[data.y == 1].mean() < 0.1


def test_icons_of_two_digits_differ() -> None:
    sheet = icon(torch.arange(10)).flatten(1)
    assert torch.cdist(sheet, sheet).fill_diagonal_(9).min() > 2


def test_slant_and_thickness_are_measured_in_deviations() -> None:
    data = handwritten()
    for numbers in measured(data.x):
        assert abs(float(numbers.mean())) < 0.05
        assert 0.8 < float(numbers.std()) < 1.05  # extremes are cut off
    assert torch.equal(conditions(data)[:, :10].argmax(dim=1), data.y)


def test_an_order_is_one_class_and_two_numbers() -> None:
    assert ordered(torch.tensor([7, 2]), 1.5).tolist() == [
        [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1.5, 0],
        [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1.5, 0],
    ]
