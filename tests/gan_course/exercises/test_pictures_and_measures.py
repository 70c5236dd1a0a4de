"""The answers of assignment 10 agree with libraries, and its pyramid loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torchmetrics.functional.image import image_gradients, peak_signal_noise_ratio

from gan_grading.course import find_course
from gan_grading.selfcheck.namespace import solved_namespace

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def solved():
    """The solved notebook's functions, without its demos."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GAN_COURSE_SKIP_DEMOS", "1")
        return solved_namespace(find_course(ROOT).assignment("10_image_to_image"))


@pytest.fixture
def pictures():
    return torch.rand(3, 1, 8, 12, generator=torch.Generator().manual_seed(0))


def test_the_ratio_is_torchmetrics(solved, pictures):
    other = pictures.flip(0)
    wanted = [peak_signal_noise_ratio(a, b, data_range=1.0) for a, b in zip(pictures, other, strict=True)]
    # The middle picture is its own mirror image, and has no finite ratio.
    torch.testing.assert_close(solved["psnr"](pictures, other)[::2], torch.stack(wanted)[::2])


def test_the_edge_energy_is_made_of_torchmetrics_gradients(solved, pictures):
    down, across = image_gradients(pictures)  # 0 in the last row, and in the last column
    wanted = down[:, :, :-1].abs().mean((1, 2, 3)) + across[..., :-1].abs().mean((1, 2, 3))
    torch.testing.assert_close(solved["edge_energy"](pictures), wanted)


def test_a_pyramid_loses_nothing_and_its_blocks_add_up_to_nothing(solved, pictures):
    medium, fine = solved["split_picture"](pictures)
    small, middle = solved["split_picture"](medium)
    torch.testing.assert_close(solved["reconstruct"](small, middle, fine), pictures)
    torch.testing.assert_close(torch.nn.functional.avg_pool2d(fine, 2), torch.zeros_like(medium))


def test_a_hole_shows_nothing_of_what_it_hides(solved, pictures):
    picture = pictures.new_zeros(5, 1, 16, 16).uniform_()
    hole = solved["holes"](5)
    assert hole.flatten(1).sum(1).tolist() == [64] * 5
    shown = solved["hidden"](picture, hole)
    assert torch.equal(shown[:, :1].masked_select(hole), torch.zeros(5 * 64))
    assert torch.equal(shown[:, :1].masked_select(~hole), picture.masked_select(~hole))
    assert torch.equal(shown[:, 1:].bool(), hole)
