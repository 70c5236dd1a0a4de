"""Toy data are what their conditions say."""

from __future__ import annotations

import torch

from gan_course.gallery.toys import CUBE, FACE, FRAME, FRAMES, chairs, clips, faces


def own() -> torch.Generator:
    return torch.Generator().manual_seed(0)


def test_faces_wear_glasses_where_they_are_ordered() -> None:
    x, y = faces(200, own())
    assert x.shape == (200, 3, FACE, FACE)
    blue = x[:, 2, 7:11, 4:16] - x[:, 0, 7:11, 4:16]  # of all parts, frames alone are bluer than red
    worn = y[:, 4] > 0
    assert blue[worn].amax((1, 2)).min() > blue[~worn].amax((1, 2)).max()


def test_clips_turn_the_way_they_are_ordered_to() -> None:
    film, y = clips(100, own())
    assert film.shape == (100, FRAMES, FRAME, FRAME)
    at = torch.arange(float(FRAME)) - (FRAME - 1) / 2
    ink = (film + 1) / 2
    lying = torch.atan2(
        2 * (ink * at[:, None] * at).sum((2, 3)), (ink * (at**2 - at[:, None] ** 2)).sum((2, 3))
    )  # twice the angle of the bar, from its second moments
    turned = torch.sin(lying[:, 2] - lying[:, 0])
    assert torch.equal(turned.sign(), y[:, 2])


def test_stools_have_no_back() -> None:
    x, y = chairs(100, own())
    assert x.shape == (100, CUBE, CUBE, CUBE)
    height = (x > 0).flatten(2).any(dim=2).sum(dim=1)
    assert height[y[:, 0] > 0].min() > height[y[:, 0] == 0].max() - 1
    assert height[y[:, 0] == 0].max() <= 5
