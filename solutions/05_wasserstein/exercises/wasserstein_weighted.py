"""Key of the earth mover's distance of two weighted sets of points, on the line."""

import torch

from gan_grading.keys import Key

from ._distances import ALL_PAIRS, MEANS_ONLY, NEAREST, WRONG_FACTOR, samples


def gaps(x, y, wx, wy, sign=-1.0):
    """The gaps F − G and the widths over which they last."""
    points, order = torch.cat([x, y]).sort()
    return torch.cat([wx, sign * wy])[order].cumsum(0)[:-1], points.diff()


def distance(x, y, wx, wy):
    gap, width = gaps(x, y, wx, wy)
    return (gap.abs() * width).sum()


def even(w):
    return torch.full_like(w, 1 / len(w))


def of_gaps(reduce):
    return lambda x, y, wx, wy: reduce(*gaps(x, y, wx, wy))


def unmoved(x, y, wx, wy):
    gap = torch.cat([wx, -wy]).cumsum(0)[:-1]
    return (gap.abs() * torch.cat([x, y]).sort().values.diff()).sum()


def unsorted(x, y, wx, wy):
    gap = torch.cat([wx, -wy]).cumsum(0)[:-1]
    return (gap.abs() * torch.cat([x, y]).diff()).sum()


def unsorted_size(x, y, wx, wy):
    gap = torch.cat([wx, -wy]).cumsum(0)[:-1]
    return (gap * torch.cat([x, y]).diff()).abs().sum()


def masses_added(x, y, wx, wy):
    gap, width = gaps(x, y, wx, wy, sign=1.0)
    return (gap.abs() * width).sum()


def weights(size, *zeros, **more):
    return {"draw": "distribution", "shape": [size], "low": 0.02, "zeros": list(zeros), **more}


def with_far_point(points, share):
    """Points close together, and one 1,000 away."""
    return {"join": [points, {"is": [1000.0]}]}, {
        "join": [weights(points["shape"][0], times=1 - share), {"is": [share]}]
    }


def case(on, x, y, wx, wy, **sizes):
    return {"on": on, "given": [x, y, wx, wy], "sizes": sizes}


FAR_X, FAR_X_WEIGHTS = with_far_point(samples(6), 0.25)
FAR_Y, FAR_Y_WEIGHTS = with_far_point(samples(6, shift=2.0), 0.35)
key = Key(
    "values",
    right=distance,
    names=["x", "y", "x_weights", "y_weights"],
    parts=[
        {
            "criterion": "as many points on both sides",
            "cases": [
                {
                    "on": "x = (4, 0) with (1/4, 3/4), y = (1, 3) with (1/4, 3/4)",
                    "given": [
                        {"is": [4.0, 0.0]},
                        {"is": [1.0, 3.0]},
                        {"is": [0.25, 0.75]},
                        {"is": [0.25, 0.75]},
                    ],
                },
                case("6 points each", samples(6, 2.0), samples(6, 1.5), weights(6), weights(6)),
                case("4 points each", samples(4, 2.0), samples(4, 1.5, 1.0), weights(4), weights(4)),
            ],
            # What a fine grid gives passes here and is told by its own name in the next part, whatever the seed.
            "tolerance": [0.02, 2e-3],
        },
        {
            "criterion": "points close together and far away",
            "cases": [
                case(
                    "6 points around 0 and one at 1,000 on either side",
                    FAR_X,
                    FAR_Y,
                    FAR_X_WEIGHTS,
                    FAR_Y_WEIGHTS,
                )
            ],
            "otherwise": "too_coarse",
            "named": False,
        },
        {
            "criterion": "any number of points",
            "cases": [
                case("5 and 8 points", samples(5, 2.0), samples(8, 1.5), weights(5), weights(8)),
                case("9 and 4 points", samples(9, 2.0), samples(4, 1.5, 1.0), weights(9), weights(4)),
                case(
                    "many points",
                    samples("n", 2.0),
                    samples("m", 1.5, 0.3),
                    weights("n"),
                    weights("m"),
                    n={"hidden": 60, "public": 12},
                    m={"hidden": 37, "public": 7},
                ),
            ],
            "otherwise": "equal_sizes_only",
        },
        {
            "criterion": "points that coincide, and empty heaps",
            "cases": [
                case(
                    "9 and 7 points on whole numbers",
                    samples(9, 2.0, round=True),
                    samples(7, 2.0, round=True),
                    weights(9, 2),
                    weights(7, 0, 5),
                ),
                case("the same points twice", samples(5), {"like": 0}, weights(5), weights(5)),
            ],
            "otherwise": "coinciding_points",
            "goes_on": True,
        },
        {
            "criterion": "single points",
            "cases": [
                case("1 point and 5 points", samples(1), samples(5, 2.0), {"is": [1.0]}, weights(5)),
                case(
                    "1 point and 1 point", samples(1), {"like": 0, "shift": 2.5}, {"is": [1.0]}, {"is": [1.0]}
                ),
            ],
            "otherwise": "single_point",
            "goes_on": True,
        },
    ],
)
key.wrong(
    "weights_ignored",
    "Your distance does not depend on the weights.",
    "F jumps by the weight of a point where it passes that point, not by 1/n.",
    lambda x, y, wx, wy: distance(x, y, even(wx), even(wy)),
    lambda x, y, wx, wy: (x.sort().values - y.sort().values).abs().mean(),
)
key.wrong(
    "one_set_of_weights",
    "Only one of the two sets of weights is used.",
    "F jumps by x_weights, G jumps by y_weights.",
    lambda x, y, wx, wy: distance(x, y, wx, even(wy)),
    lambda x, y, wx, wy: distance(x, y, even(wx), wy),
)
key.wrong(
    "size_forgotten",
    "Earth carried to the left pays off earth carried to the right in your sum.",
    "The gap F − G can have both signs, and work is never negative: take its size before you add.",
    of_gaps(lambda gap, width: (gap * width).sum()),
    of_gaps(lambda gap, width: -(gap * width).sum()),
    of_gaps(lambda gap, width: (gap * width).sum().abs()),
    of_gaps(lambda gap, width: (gap.clamp_min(0) * width).sum()),
    of_gaps(lambda gap, width: ((-gap).clamp_min(0) * width).sum()),
)
key.wrong(
    "widths_forgotten",
    "You add up the gaps between F and G without the width over which each of them lasts.",
    "An area is height times width: the gap holds from one point to the next.",
    of_gaps(lambda gap, width: gap.abs().sum()),
    of_gaps(lambda gap, width: gap.abs().mean()),
    of_gaps(lambda gap, width: gap.abs().mean() * width.sum()),
    of_gaps(lambda gap, width: (gap.abs() * width).mean()),
    of_gaps(lambda gap, width: gap.abs().sum() / (len(gap) + 1)),
)
key.wrong(
    "another_distance",
    "You measure another distance between F and G: squared, or the largest gap alone.",
    "The earth mover's distance is the plain area between the two curves.",
    of_gaps(lambda gap, width: (gap.square() * width).sum()),
    of_gaps(lambda gap, width: (gap.square() * width).sum().sqrt()),
    of_gaps(lambda gap, width: gap.abs().max()),
    of_gaps(lambda gap, width: (gap.abs() * width).max()),
    of_gaps(lambda gap, width: (gap.abs() * width.square()).sum()),
    of_gaps(lambda gap, width: (gap.abs() * width).sum() / width.sum()),
)
key.wrong(
    "weights_left_behind",
    "Points were sorted, and their weights were not sorted with them.",
    "A weight belongs to its point: sort both by the same order.",
    unmoved,
    lambda x, y, wx, wy: distance(x.sort().values, y.sort().values, wx, wy),
    lambda x, y, wx, wy: distance(x, y, wx.sort().values, wy.sort().values),
    lambda x, y, wx, wy: distance(x.sort().values, y.sort().values, wx.sort().values, wy.sort().values),
)
key.wrong(
    "not_sorted",
    "You take the points in the order in which they came.",
    "The rectangles stand between neighbours on the line: sort all points first.",
    unsorted,
    unsorted_size,
)
key.wrong(
    "shifted_gap",
    "Each gap is multiplied by the width of the neighbouring interval, or one interval is left out.",
    "The running sum after the i-th point is the gap between the i-th point and the next.",
    of_gaps(lambda gap, width: (gap[:-1].abs() * width[1:]).sum()),
    of_gaps(lambda gap, width: (gap[1:].abs() * width[:-1]).sum()),
    of_gaps(lambda gap, width: (gap[:-1].abs() * width[:-1]).sum()),
    of_gaps(lambda gap, width: (gap[1:].abs() * width[1:]).sum()),
)
key.wrong(
    "slanted_steps",
    "You join the steps of F and G by slanted lines, as the trapezoid rule does.",
    "F and G are stairs: between two neighbours the gap is the same all the way.",
    lambda x, y, wx, wy: torch.trapezoid(
        torch.cat([wx, -wy])[torch.cat([x, y]).argsort()].cumsum(0).abs(), torch.cat([x, y]).sort().values
    ),
)
key.wrong(
    "masses_added",
    "You add the two distributions where you should subtract them.",
    "What is carried across a place is the difference of the two masses to the left of it.",
    masses_added,
)
key.wrong(
    "running_sum_first",
    "The running sum was taken before the weights were brought into the order of the points.",
    "F − G adds up from left to right: sort the weights first, then add.",
    lambda x, y, wx, wy: (
        torch.cat([wx, -wy]).cumsum(0)[torch.cat([x, y]).argsort()][:-1].abs()
        * torch.cat([x, y]).sort().values.diff()
    ).sum(),
)
key.also(
    MEANS_ONLY,
    lambda x, y, wx, wy: ((x * wx).sum() - (y * wy).sum()).abs(),
    lambda x, y, wx, wy: (x.mean() - y.mean()).abs(),
    lambda x, y, wx, wy: (x * wx).sum() - (y * wy).sum(),
)
key.also(ALL_PAIRS, lambda x, y, wx, wy: (wx[:, None] * wy * (x[:, None] - y).abs()).sum())
key.also(
    NEAREST,
    lambda x, y, wx, wy: (wx * (x[:, None] - y).abs().min(1).values).sum(),
    lambda x, y, wx, wy: (wy * (y[:, None] - x).abs().min(1).values).sum(),
)
key.also(WRONG_FACTOR, lambda *a: distance(*a) / 2, lambda *a: 2 * distance(*a), lambda *a: -distance(*a))
key.wrong(
    "partners_weighted",
    "You match sorted points one by one and weigh their ways: heaps of different weight have no single partner.",
    "Part of a heap may go to one place and part to another. Compare the running sums F and G instead.",
    lambda x, y, wx, wy: (wx * (x.sort().values - y.sort().values).abs()).sum(),
    lambda x, y, wx, wy: (wx[x.argsort()] * (x.sort().values - y.sort().values).abs()).sum(),
    lambda x, y, wx, wy: (wx * (x - y).abs()).sum(),
    lambda x, y, wx, wy: (x[x.argsort()] * wx[x.argsort()] - y[y.argsort()] * wy[y.argsort()]).abs().sum(),
    lambda x, y, wx, wy: (x * wx - y * wy).abs().sum(),
    lambda x, y, wx, wy: ((x * wx).sort().values - (y * wy).sort().values).abs().sum(),
)
key.wrong(
    "equal_sizes_only",
    "Your function is right, or runs, only where there are as many points on one side as on the other.",
    "Partners cannot be counted off one by one here: compare the running sums F and G instead.",
)
key.wrong(
    "coinciding_points",
    "Your distance is wrong where points coincide, or where a heap is empty.",
    "Two heaps at one place are both there, and a heap of weight 0 moves nothing.",
    share=0.5,
)
key.wrong(
    "too_coarse",
    "Your distance is wrong where some points lie close together and others far away.",
    "F and G jump at the points and nowhere else. A grid of places, or rounding, misses what lies between: "
    "use the points themselves.",
)
key.wrong(
    "single_point",
    "Your function fails where one of the two heaps is a single point.",
    "A batch of one is a distribution too: where does your code ask for a second point?",
    share=0.3,
)
