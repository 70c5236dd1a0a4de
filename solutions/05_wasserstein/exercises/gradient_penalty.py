"""Key of the gradient penalty (Gulrajani et al. 2017, https://arxiv.org/abs/1704.00028)."""

import torch

from gan_course.exercises.experiments.penalties import NOT_SLOPES
from gan_grading.keys import Key


def penalty(formula, graph=True):
    """A penalty with its own formula of the slopes (N, …) and the values (N,)."""

    def answer(critic, real, fake):
        epsilon = torch.rand(len(real), *[1] * (real.dim() - 1))
        between = (epsilon * real + (1 - epsilon) * fake).detach().requires_grad_()
        values = critic(between).reshape(-1)
        (slope,) = torch.autograd.grad(values.sum(), between, create_graph=graph, retain_graph=True)
        return formula(slope, values)

    return answer


def norms(g):
    return torch.linalg.vector_norm(g.flatten(1), dim=1)


def right(g, v):
    return (norms(g) - 1).square().mean()


def of_norms(change):
    return penalty(lambda g, v: change(norms(g)))


def along(*dims, by=1.0):
    """A norm over these axes alone, as far as there are such axes."""

    def formula(g, v):
        kept = tuple(d for d in dims if d < g.dim())
        lengths = g.square().sum(dim=kept).sqrt() if kept else g.abs()
        return by * (lengths - 1).square().mean()

    return penalty(formula)


key = Key("penalties", right=penalty(right))
key.wrong(
    "create_graph_missing",
    "The number is right, but no gradient reaches the critic, or a wrong one: your penalty does not train it.",
    "The slope must itself be differentiable in the critic's weights. What tells autograd to keep the graph of a derivative?",
    penalty(right, graph=False),
)
squared = key.wrong(
    "squared_norm",
    "You compare another power of the norm with 1, such as its square.",
    "The root belongs to the norm: (‖∇f‖ − 1)², not (‖∇f‖² − 1)².",
    of_norms(lambda n: (n.square() - 1).square().mean()),
)
batch = key.wrong(
    "norm_over_batch",
    "You take one norm over the whole batch.",
    "Each sample has a slope of its own, and each slope's length should be 1. How many norms does a batch of N have?",
    penalty(lambda g, v: (g.norm() - 1).square()),
)
axis = key.wrong(
    "norm_over_wrong_axis",
    "Your norm does not run over all numbers of one sample and nothing else.",
    "For images the slope of one sample has the shape (C, H, W): all of it belongs under one root, and nothing of the others.",
    *(along(*dims) for dims in ((1,), (3,), (2,), (2, 3), (1, 2), (1, 3), (0,), (0, 2, 3))),
    penalty(lambda g, v: (g.abs() - 1).square().mean()),
    penalty(lambda g, v: (g.flatten(1).squeeze().norm(dim=-1) - 1).square().mean()),
    penalty(lambda g, v: (g - 1).square().mean()),
)
key.wrong(
    "not_from_one",
    "Your penalty pulls the slope towards 0.",
    "The best critic has slope 1 between the samples, so the distance of the norm from 1 is what is punished.",
    of_norms(lambda n: n.square().mean()),
    of_norms(lambda n: n.square().mean() / 2),
    of_norms(lambda n: n.mean()),
)
key.wrong(
    "not_squared",
    "You do not square the distance of the norm from 1.",
    "A slope of 0 is as wrong as a slope of 2, and a large miss should weigh more than two small ones.",
    of_norms(lambda n: (n - 1).mean()),
    of_norms(lambda n: (n - 1).abs().mean()),
    of_norms(lambda n: (1 - n).mean()),
)
key.wrong(
    "mean_missing",
    "Your penalty grows with the size of the batch, or is one number per sample.",
    "The formula has an expectation in front: an average over the batch.",
    of_norms(lambda n: (n - 1).square().sum()),
    of_norms(lambda n: (n - 1).square()),
    of_norms(lambda n: (n - 1).square()[:, None]),
    of_norms(lambda n: (n - 1).norm()),
)
key.wrong(
    "one_sided",
    "Only slopes above 1, or only those below it, are punished.",
    "The formula is two-sided. The paper tries a one-sided penalty too (section 4), but this exercise does not.",
    of_norms(lambda n: torch.relu(n - 1).square().mean()),
    of_norms(lambda n: torch.relu(n - 1).mean()),
    of_norms(lambda n: torch.relu(1 - n).square().mean()),
)
key.wrong(
    "subtracted",
    "Your penalty is negative: it rewards wrong slopes.",
    "It is added to a loss that is minimised, so it must be smallest, and 0, where every norm is 1.",
    of_norms(lambda n: -(n - 1).square().mean()),
    of_norms(lambda n: -10 * (n - 1).square().mean()),
)
key.wrong(
    "one_outside_the_square",
    "You square the norm and then subtract 1.",
    "First the norm's distance from 1, then its square: where do the brackets stand?",
    of_norms(lambda n: n.square().mean() - 1),
    of_norms(lambda n: (n.square() - 1).mean()),
    of_norms(lambda n: (n.square() - 1).abs().mean()),
)
key.wrong(
    "weight_inside",
    "Your penalty contains a weight λ (or another factor).",
    "The caller multiplies by λ: it has to suit the scale of the data, as you will see.",
    *(penalty(lambda g, v, by=by: by * right(g, v)) for by in (10.0, 0.1, 0.5, 2.0, 1.0 / 3, 5.0, 100.0)),
)
key.wrong(
    "another_norm",
    "You do not use the Euclidean norm.",
    "Steepness is the length of the gradient: the root of the sum of the squares.",
    penalty(lambda g, v: (g.flatten(1).abs().sum(1) - 1).square().mean()),
    penalty(lambda g, v: (g.flatten(1).abs().max(1).values - 1).square().mean()),
    penalty(lambda g, v: (g.flatten(1).square().mean(1).sqrt() - 1).square().mean()),
    penalty(lambda g, v: (g.flatten(1).sum(1) - 1).square().mean()),
    penalty(lambda g, v: (g.flatten(1).mean(1) - 1).square().mean()),
)
key.wrong(
    "slope_of_mean",
    "Your slopes are N times too small: they are those of the mean of the values.",
    "One value per sample is differentiated by its own sample. What do you give autograd to start from, 1 or 1/N?",
    penalty(lambda g, v: (norms(g) / len(g) - 1).square().mean()),
    penalty(lambda g, v: (norms(g) / len(g) - 1).square().sum()),
)
key.also(
    squared,
    penalty(lambda g, v: (g.square().sum() - 1).square()),
    of_norms(lambda n: (n.sqrt() - 1).square().mean()),
    of_norms(lambda n: 10 * (n.square() - 1).square().mean()),
)
key.also(batch, penalty(lambda g, v: 10 * (g.norm() - 1).square()))
key.also(axis, along(1, by=10.0))
key.also(
    NOT_SLOPES,
    penalty(lambda g, v: right(g, v) + v.mean()),
    penalty(lambda g, v: (v - 1).square().mean()),
    penalty(lambda g, v: (v.norm() - 1).square()),
)
