"""Worlds to call functions of tensors in, by name: tables of counts, labelled rows, Gaussians, scores, points, pictures.

A world draws cases, each a tuple of arguments under a name that students read. Where inputs are public, it
begins with a case that the exercise's text shows, or that can be followed with a pencil. None of them knows
what a right answer gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch

from gan_course.exercises import gaussians, labelled
from gan_course.exercises.inputs import Inputs

Cases = dict[str, tuple[Any, ...]]
World = Callable[[Inputs], Mapping[str, tuple[Any, ...]]]


def counts(inputs: Inputs) -> Cases:
    """Tables of counts (R, K), some entries 0, every row with something in it; from a few boats to many."""
    cases: Cases = {}
    if inputs.public:
        cases["the harbour"] = (torch.tensor([[270.0, 20.0], [130.0, 580.0]]),)
    shapes = [
        (3, 3),
        (inputs.integer(4, 6), 2),
        (2, inputs.integer(3, 5)),
        (1, 3),
        (3, 1),
        (1, 1),
    ]
    for i, shape in enumerate(shapes):
        table = inputs.uniform(*shape, high=30.0).floor()
        if i == 1:
            table = inputs.sizes(*shape, low=1.0, high=3e5).floor()
        table[:, 0] += 1 + inputs.integer(0, 5)  # every row has seen something
        if table.shape[1] > 1:
            table[-1, -1] = 0.0
        cases[f"{shape[0]} × {shape[1]} counts"] = (table,)
    return cases


def points_and_centre(inputs: Inputs) -> Cases:
    """Points (N, d) and a centre (d,)."""
    cases: Cases = {}
    if inputs.public:
        points = torch.tensor([[3.0, 4.0], [1.0, 1.0], [1.0, 2.0], [-2.0, 5.0]])
        cases["four points"] = (points, torch.tensor([1.0, 1.0]))
    sizes = ((inputs.integer(5, 9), 2), (inputs.integer(10, 12), 3), (1, 2), (4, 4), (6, 1), (1, 1))
    for n, d in sizes:
        cases[f"{n} points in {d} dimensions"] = (inputs.normal(n, d, scale=2.0), inputs.normal(d))
    return cases


def points_near_and_far(inputs: Inputs) -> Cases:
    """Points as near to the centre as 10⁻⁴ and as far as 10⁴; one of them lies on it."""
    # A centre of round numbers, so that float32 keeps what is small beside it.
    centre = torch.tensor([0.0, 0.0, 0.0])
    near, far = inputs.signed(4, 3, low=1e-4, high=1e-2), inputs.signed(4, 3, low=1e2, high=1e4)
    return {
        "points near the centre": (near, centre),
        "points far away": (far, centre + 1.0),
        "a centre far away": (inputs.normal(4, 3, scale=100.0), inputs.signed(3, low=30.0, high=100.0)),
        "a point on the centre": (torch.cat([inputs.normal(2, 3), torch.ones(1, 3)]), torch.ones(3)),
    }


def even_pictures(inputs: Inputs) -> Cases:
    """Pictures (N, C, H, W) with even sides: upright, wide, of one block, of several channels, far from 0 to 1."""
    cases: Cases = {}
    if inputs.public:
        cases["a picture of one block"] = (torch.tensor([[[[1.0, 0.0], [0.0, 0.0]]]]),)
    shapes = (
        (inputs.integer(2, 4), 1, 4, 6),
        (1, 1, 6, 2),
        (2, 3, 2, 4),
        (inputs.integer(3, 5), 2, 2, 2),
    )
    for n, c, h, w in shapes:
        cases[f"{n} × {c} pictures of {h} × {w}"] = (inputs.normal(n, c, h, w),)
    # A view whose memory is not in order: what reshapes without looking at strides shows.
    cases["turned pictures"] = (inputs.normal(2, 1, 4, 8).transpose(2, 3),)
    return cases


WORLDS: Mapping[str, World] = {
    world.__name__: world
    for world in (
        counts,
        labelled.labelled_rows,
        labelled.small_rows,
        labelled.own_groups,
        labelled.shared_groups,
        labelled.small_groups,
        labelled.single_feature,
        gaussians.rows_and_gaussians,
        gaussians.rows_of_any_scale,
        gaussians.many_features_and_far,
        gaussians.scores,
        gaussians.far_scores,
        gaussians.logits_and_labels,
        gaussians.sure_logits,
        gaussians.two_gaussians,
        gaussians.two_unlike_gaussians,
        gaussians.many_features,
        labelled.half_labelled,
        labelled.all_or_none_labelled,
        labelled.half_labelled_far,
        labelled.half_labelled_small,
        even_pictures,
        points_and_centre,
        points_near_and_far,
    )
}
