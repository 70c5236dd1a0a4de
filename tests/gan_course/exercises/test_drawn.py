"""Arguments written as plain data."""

from __future__ import annotations

import torch

from gan_course.exercises.drawn import draw_arguments, draw_sizes
from gan_course.exercises.inputs import Inputs


def test_a_distribution_adds_up_to_one_and_is_zero_where_asked() -> None:
    (p,) = draw_arguments([{"draw": "distribution", "shape": [6], "zeros": [1, 4]}], Inputs(1), {})
    assert abs(float(p.sum()) - 1) < 1e-6
    assert (p == 0).nonzero().flatten().tolist() == [1, 4]


def test_named_sizes_are_drawn_once_for_a_case() -> None:
    inputs = Inputs(3)
    sizes = draw_sizes({"n": [3, 9], "m": {"hidden": 300, "public": 12}}, inputs)
    x, y = draw_arguments([{"draw": "normal", "shape": ["n"]}] * 2, inputs, sizes)
    assert len(x) == len(y) == sizes["n"]
    assert 3 <= len(x) <= 9
    assert sizes["m"] == 300
    assert draw_sizes({"m": {"hidden": 300, "public": 12}}, Inputs(3, True))["m"] == 12


def test_an_argument_may_follow_from_an_earlier_one() -> None:
    x, y, base = draw_arguments(
        [{"is": [1, 2, 3]}, {"like": 0, "pick": [2, 2, 0], "times": 2, "column": True}, 2.0], Inputs(1), {}
    )
    assert x.tolist() == [1, 2, 3]
    assert y.tolist() == [[6], [6], [2]]
    assert base == 2.0
    assert y.dtype is torch.float32


def test_labels_have_both_kinds() -> None:
    for seed in range(20):
        (y,) = draw_arguments([{"draw": "labels", "shape": [2]}], Inputs(seed), {})
        assert sorted(y.tolist()) == [0, 1]


def test_a_size_is_handed_on_as_a_whole_number() -> None:
    inputs = Inputs(2)
    sizes = draw_sizes({"K": [1, 6]}, inputs)
    given = [{"size": "K", "times": 2, "shift": 1}, {"draw": "normal", "shape": ["K"]}, {"size": "K"}]
    odd, x, plain = draw_arguments(given, inputs, sizes)
    assert odd == 2 * plain + 1
    assert len(x) == plain
    assert isinstance(odd, int)


def test_a_covariance_is_symmetric_and_of_the_rank_asked_for() -> None:
    spec = {"draw": "covariance", "shape": [6]}
    full, flat = draw_arguments([spec, spec | {"rank": 2}], Inputs(5), {})
    torch.testing.assert_close(full, full.T)
    assert torch.linalg.eigvalsh(full)[0] > 1e-6
    assert torch.linalg.matrix_rank(flat) == 2
