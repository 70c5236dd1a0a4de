"""Key of the earth mover's distance of two samples of equal size, on the line."""

import torch.nn.functional as F

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key

from ._distances import ALL_PAIRS, MEANS_ONLY, NEAREST, WRONG_FACTOR, samples


def sorted_gap(x, y):
    return x.sort().values - y.sort().values


def distance(x, y):
    return sorted_gap(x, y).abs().mean()


def chamfer(x, y):
    return (x[:, None] - y).abs().min(1).values.mean()


def pairs(x, y):
    return (x[:, None] - y).abs().mean()


def case(on, x, y, size):
    return {"on": on, "given": [x, y], "sizes": {"n": size}, "slopes": [0, 1]}


key = Key(
    "values",
    right=distance,
    names=["x", "y"],
    parts=[
        {
            "criterion": "value and slopes",
            "cases": [
                {
                    "on": "x = (1, −1), y = (−4, 4)",
                    "given": [{"is": [1.0, -1.0]}, {"is": [-4.0, 4.0]}],
                    "slopes": [0, 1],
                },
                case("1 sample each", samples(1), samples(1, shift=2.0), 1),
                case("7 samples each", samples("n", 2.0), samples("n", shift=0.5), 7),
                case(
                    "samples on top of each other",
                    samples("n"),
                    samples("n", 1.5),
                    {"hidden": 40, "public": 10},
                ),
                case(
                    "samples far apart", samples("n"), samples("n", 3.0, 30.0), {"hidden": 200, "public": 5}
                ),
                case("large numbers", samples("n", 400.0), samples("n", 100.0), [5, 6]),
                case("small numbers", samples("n", 0.01), samples("n", 0.02), [8, 9]),
            ],
        },
        {
            "criterion": "repeated samples",
            "cases": [
                {
                    "on": "x = (0, 0, 0, 5), y = (1, 2, 2, 3)",
                    "given": [{"is": [0.0, 0.0, 0.0, 5.0]}, {"is": [1.0, 2.0, 2.0, 3.0]}],
                },
                {
                    "on": "samples that come more than once",
                    "given": [samples(6, pick=[0, 1, 1, 2, 3, 3]), samples(6, 2.0)],
                },
            ],
            "otherwise": "repeats_lost",
            "goes_on": True,
        },
        {
            "criterion": "0 between a sample and itself",
            "cases": [
                {
                    "on": "a sample and itself, in another order",
                    "given": [samples(9), {"like": 0, "pick": [8, 7, 6, 5, 0, 1, 2, 3, 4]}],
                }
            ],
        },
    ],
)
not_sorted = key.wrong(
    "not_sorted",
    "You match the samples in the order in which they came, or sort one of the two only.",
    "The order of samples in a batch means nothing. Which heap should the leftmost shovel of earth fill?",
    lambda x, y: (x - y).abs().mean(),
)
key.wrong(
    "summed",
    "Your distance grows with the number of samples.",
    "Each of n samples carries 1/n of the earth.",
    lambda x, y: sorted_gap(x, y).abs().sum(),
    lambda x, y: sorted_gap(x, y).abs(),
)
key.also(
    MEANS_ONLY,
    lambda x, y: (x.mean() - y.mean()).abs(),
    lambda x, y: x.mean() - y.mean(),
    lambda x, y: y.mean() - x.mean(),
    lambda x, y: (x.sum() - y.sum()).abs(),
)
key.wrong(
    "squared",
    "You square the distances, or take a root of them.",
    "Work is mass times distance, not distance squared: that is another of Wasserstein's distances, W₂.",
    lambda x, y: sorted_gap(x, y).square().mean(),
    lambda x, y: sorted_gap(x, y).square().mean().sqrt(),
    lambda x, y: sorted_gap(x, y).square().sum(),
    lambda x, y: sorted_gap(x, y).norm(),
    lambda x, y: sorted_gap(x, y).abs().sqrt().mean(),
    lambda x, y: sorted_gap(x, y).abs().mean().sqrt(),
    lambda x, y: (x - y).square().mean(),
)
key.also(
    not_sorted,
    lambda x, y: (x.sort().values - y).abs().mean(),
    lambda x, y: (x - y.sort().values).abs().mean(),
    lambda x, y: (x[y.argsort()] - y[y.argsort()]).abs().mean(),
    lambda x, y: (x - y).abs().sum(),
    lambda x, y: (x[x.argsort()] - y[x.argsort()]).abs().mean(),
)
key.wrong(
    "worst_matching",
    "One of the two samples is sorted the wrong way round: the leftmost goes to the rightmost.",
    "Sort both in the same direction, so that no two paths cross.",
    lambda x, y: (x.sort().values - y.sort(descending=True).values).abs().mean(),
)
key.also(
    NEAREST,
    chamfer,
    lambda x, y: chamfer(y, x),
    lambda x, y: chamfer(x, y) + chamfer(y, x),
    lambda x, y: (chamfer(x, y) + chamfer(y, x)) / 2,
)
key.also(
    ALL_PAIRS,
    pairs,
    lambda x, y: (x[:, None] - y).abs().sum(),
    lambda x, y: 2 * pairs(x, y) - pairs(x, x) - pairs(y, y),
    lambda x, y: pairs(x, y) - pairs(x, x) / 2 - pairs(y, y) / 2,
)
key.wrong(
    "longest_way",
    "You return a single distance, such as the longest or the one in the middle, not the average.",
    "Work counts the way of every shovel.",
    lambda x, y: sorted_gap(x, y).abs().max(),
    lambda x, y: sorted_gap(x, y).abs().median(),
    lambda x, y: (x.median() - y.median()).abs(),
)
key.also(
    WRONG_FACTOR,
    lambda x, y: distance(x, y) / 2,
    lambda x, y: 2 * distance(x, y),
    lambda x, y: -distance(x, y),
)
key.wrong(
    "smoothed",
    "Your distance is rounded off near 0, as smooth_l1_loss and huber_loss do.",
    "The earth mover's distance is the plain size of each way: a short way counts in full.",
    lambda x, y: F.smooth_l1_loss(x.sort().values, y.sort().values),
)
key.wrong(
    "sizes_sorted",
    "You sort the samples by their size, without their sign.",
    "−3 lies left of 1: order means from left to right on the line.",
    lambda x, y: (x.abs().sort().values - y.abs().sort().values).abs().mean(),
    lambda x, y: (x[x.abs().argsort()] - y[y.abs().argsort()]).abs().mean(),
)
key.wrong(
    "fixed_batch_size",
    "Your distance divides by a fixed number or by another count than n.",
    "n is the number of samples that came in, and it may change from call to call.",
    lambda x, y: sorted_gap(x, y).abs().sum() / (2 * len(x)),
    lambda x, y: sorted_gap(x, y).abs().sum() / (len(x) + 1),
    lambda x, y: sorted_gap(x, y).abs().sum() / max(1, len(x) - 1),
    lambda x, y: sorted_gap(x, y).abs().sum() / (len(x) - 1),
    *((lambda x, y, n=n: sorted_gap(x, y).abs().sum() / n) for n in (2, 3, 4, 5, 6, 8, 10, 64, 100)),
)
key.also(DETACHED, lambda x, y: distance(x, y).detach())
key.wrong(
    "one_side_detached",
    "No gradient flows to one of the two samples, though it does to the other.",
    "The distance is a function of both: nothing in it may cut the graph of x or of y.",
    lambda x, y: distance(x.detach(), y),
    lambda x, y: distance(x, y.detach()),
)
key.wrong(
    "repeats_lost",
    "Your distance is wrong where the same number comes more than once.",
    "Two samples at one place are two shares of the earth, not one.",
    share=0.5,
)
