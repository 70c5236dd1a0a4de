"""Key of R1 and R2 together (Mescheder et al. 2018, https://arxiv.org/abs/1801.04406, equations 9 and 10)."""

import torch

from gan_course.exercises.experiments.of_networks import NOTHING_LEARNED
from gan_grading.keys import Key


def slopes(d, x, graph=True):
    x = x.detach().clone().requires_grad_(True)
    (found,) = torch.autograd.grad(d(x).sum(), x, create_graph=graph)
    return found


def squares(s):
    return s.flatten(1).square().sum(1)


def both(of):
    """γ/2 times the sum of a number of the slopes on real and of the same on fake samples."""
    return lambda d, real, fake, gamma: gamma / 2 * (of(slopes(d, real)) + of(slopes(d, fake)))


def either(of):
    """γ/2 times a number of both slopes, (N, …) and (M, …)."""
    return lambda d, real, fake, gamma: gamma / 2 * of(slopes(d, real), slopes(d, fake))


right = both(lambda s: squares(s).mean())


def in_weights(d, real, fake, gamma):
    weights = list(d.parameters())
    found = [torch.autograd.grad(d(x).mean(), weights, create_graph=True) for x in (real, fake)]
    return gamma / 2 * torch.stack([s.square().sum() for f in found for s in f]).sum()


def case(on, fakes="N", shape=("d",), wide="d", flat=False, curve="tanh", **sizes):
    return {
        "on": on,
        "given": [
            {
                "network": "D",
                "in": wide,
                "out": 1,
                "flat": flat,
                "curve": curve,
                "pictures": len(shape) > 1,
            },
            {"draw": "normal", "shape": ["N", *shape]},
            {"draw": "normal", "shape": [fakes, *shape]},
            {"between": [0.3, 3.0]},
        ],
        "sizes": sizes,
    }


key = Key(
    "of_networks",
    right=right,
    learns=0,
    parts=[
        {
            "criterion": "value",
            "cases": [
                {
                    "on": "D(x) = 3·x1 + 4·x2 and γ = 0.2",
                    "given": [
                        {"network": "D", "weights": [[3.0, 4.0]]},
                        {"is": [[1.0, 0.5], [0.0, 2.0]]},
                        {"is": [[-1.0, 0.0], [0.5, 0.5]]},
                        0.2,
                    ],
                },
                case("one pair", N=1, d=3, curve="softplus"),
                case("points in the plane", N=[4, 6], d=2, flat=True, curve="softplus"),
                case("pictures of 1×2×3 pixels", N=[3, 5], shape=(1, 2, 3), wide=6),
                case("more fakes than real ones", fakes="M", N=3, M=[5, 7], d=3),
            ],
        },
    ],
)
key.wrong(
    "one_penalty",
    "Only one of the two batches is punished.",
    "R1 takes the slopes at real samples, R2 those at fakes, and they are added.",
    either(lambda r, f: squares(r).mean()),
    either(lambda r, f: squares(f).mean()),
    either(lambda r, f: 2 * squares(r).mean()),
    either(lambda r, f: 2 * squares(f).mean()),
)
key.wrong(
    "half_missing",
    "Your penalty is a fixed multiple of the right one.",
    "Each of the two has γ/2 in front, and they are added, not averaged.",
    *(both(lambda s, by=by: by * squares(s).mean()) for by in (2.0, 0.5, 0.25, 4.0)),
    share=0.5,
)
key.wrong(
    "not_squared",
    "You average the length of the slope, not its square.",
    "‖v‖² is the sum of the squares of v's numbers: no root is needed.",
    *(both(lambda s, by=by: by * squares(s).sqrt().mean()) for by in (1.0, 2.0)),
    both(lambda s: squares(s).sqrt().mean() ** 2),
    both(lambda s: s.norm()),
)
key.wrong(
    "sum_not_mean",
    "Your penalty grows with the size of the batch.",
    "The expectation becomes a mean over the samples.",
    *(both(lambda s, by=by: by * squares(s).sum()) for by in (1.0, 2.0)),
)
key.wrong(
    "mean_over_coordinates",
    "You average over the numbers of a sample as well.",
    "‖v‖² adds the squares of all numbers of one sample; the mean is taken over samples only.",
    *(both(lambda s, by=by: by * s.square().mean()) for by in (1.0, 2.0)),
)
key.wrong(
    "wrong_axes",
    "Your sum does not run over all numbers of each sample.",
    "A picture's slope has shape (1, H, W): all of it belongs under one sum. flatten(1) makes a row of each sample.",
    both(lambda s: s.square().sum(1).mean()),
    both(lambda s: s.square().sum(-1).mean()),
    both(lambda s: s.flatten(1).square().sum(0).mean()),
    both(lambda s: s.norm(dim=1).square().mean()),
)
key.wrong(
    "slopes_added_first",
    "You add up the slopes of several samples, or of several numbers, before you square them.",
    "Each sample has a slope of its own. Square first, then sum over its numbers, then take the mean.",
    both(lambda s: s.flatten(1).mean(0).square().sum()),
    both(lambda s: s.flatten(1).sum(0).square().sum()),
    both(lambda s: s.flatten(1).sum(1).square().mean()),
    both(lambda s: s.mean().square()),
)
key.wrong(
    "pooled",
    "Real and fake samples share one mean, or one square.",
    "R1 and R2 are two expectations: each batch has its own mean.",
    either(lambda r, f: squares(torch.cat([r, f])).mean()),
    either(lambda r, f: 2 * squares(torch.cat([r, f])).mean()),
    either(lambda r, f: squares(torch.cat([r, f])).sum() / len(r)),
    lambda d, real, fake, gamma: right(d, *[(real + fake) / 2] * 2, gamma) / 2,
    lambda d, real, fake, gamma: right(d, *[(real + fake) / 2] * 2, gamma),
)
key.wrong(
    "subtracted",
    "One of the two penalties is negative: it rewards steep slopes.",
    "Both are added to a loss that D minimises.",
    either(lambda r, f: squares(r).mean() - squares(f).mean()),
    either(lambda r, f: squares(f).mean() - squares(r).mean()),
    both(lambda s: -squares(s).mean()),
)
key.wrong(
    "pulls_to_one",
    "Your penalty pulls the length of the slope towards 1.",
    "That is the penalty of assignment 05. R1 and R2 pull the slope towards 0.",
    *(both(lambda s, by=by: by * (squares(s).sqrt() - 1).square().mean()) for by in (1.0, 2.0)),
)
key.wrong(
    "gamma_ignored",
    "Your penalty does not follow γ.",
    "γ is the weight of the penalty: twice the γ, twice the penalty.",
    lambda d, real, fake, gamma: right(d, real, fake, 1.0),
    lambda d, real, fake, gamma: right(d, real, fake, 2.0),
    lambda d, real, fake, gamma: right(d, real, fake, gamma * gamma),
)
key.wrong(
    "penalises_the_value",
    "You penalise D's output, or its slope in its own weights, not the slope in x.",
    "∇D(x) is how fast D changes as x moves. torch.autograd.grad(…, x) gives it.",
    lambda d, real, fake, gamma: gamma / 2 * (d(real).square().mean() + d(fake).square().mean()),
    in_weights,
)
key.wrong(
    "slope_of_probability",
    "You take the slope of σ(D(x)).",
    "The penalty is on the logit, which is what D returns.",
    lambda d, real, fake, gamma: right(lambda x: torch.sigmoid(d(x)), real, fake, gamma),
)
key.wrong(
    "slope_of_mean",
    "Your slopes are N times too small.",
    "d mean/dx of one sample has a factor 1/N. Sum the logits before you differentiate: each depends on its own x alone.",
    lambda d, real, fake, gamma: right(lambda x: d(x) / len(x), real, fake, gamma),
)
key.wrong(
    "not_scalar",
    "You return one number per sample.",
    "The penalty is one number: each of the two is a mean over its batch.",
    both(squares),
)
key.also(
    NOTHING_LEARNED,
    lambda d, real, fake, gamma: right(d, real, fake, gamma).detach(),
)
