"""Key of the critic's loss, E[f(G(z))] − E[f(x)] (Arjovsky et al. 2017, https://arxiv.org/abs/1701.07875)."""

import torch
import torch.nn.functional as F

from gan_grading.keys.losses import LossKey


def same(a):
    return a * 1.0


def minus(a):
    return -a


def nothing(a):
    return a * 0.0


def pooled(real, fake):
    return torch.cat([-real.reshape(-1), fake.reshape(-1)]).mean()


def gap(real, fake):
    return fake.mean() - real.mean()


key = LossKey(
    right=(minus, same),
    batches=["real value", "fake value"],
    far=100.0,
    worked=[[2.0, -1.0, 0.5, 3.0, -2.0, 0.0, 1.0], [-0.5, 1.5, -3.0, 0.25, 1.0]],
)
key.wrong(
    "critic_sign",
    "Minimising your loss makes the critic give fakes the higher values.",
    "The critic wants E[f(x)] − E[f(G(z))] large, and an optimiser goes downhill. Which sign must the loss have?",
    (same, minus),
    (lambda a: 0.5 * a, lambda a: -0.5 * a),
)
key.wrong(
    "sigmoid_critic",
    "The critic's values pass through a sigmoid (or another curve that flattens out).",
    "A critic returns heights, not probabilities. What does the sigmoid do to the slope far from 0?",
    (lambda a: -torch.sigmoid(a), torch.sigmoid),
    (torch.sigmoid, lambda a: -torch.sigmoid(a)),
    (lambda a: -torch.tanh(a), torch.tanh),
    (lambda a: 1 - torch.sigmoid(a), torch.sigmoid),
    lambda r, f: torch.sigmoid(f.mean()) - torch.sigmoid(r.mean()),
    lambda r, f: torch.tanh(gap(r, f)),
)
key.wrong(
    "log_kept",
    "A logarithm of the old game is left in your loss.",
    "The distance is a difference of two plain averages: no probability, so no logarithm of one.",
    (lambda a: F.softplus(-a), F.softplus),
    (lambda a: -F.softplus(-a), lambda a: -F.softplus(a)),
    (lambda a: F.softplus(-a), lambda a: -F.softplus(-a)),
    (lambda a: -F.softplus(-a), lambda a: F.softplus(-a)),
    (lambda a: F.softplus(-a), lambda a: F.softplus(-a)),
    (lambda a: -torch.log(a), torch.log),
    (lambda a: -torch.log(a), lambda a: -torch.log(1 - a)),
    lambda r, f: torch.log(f.mean()) - torch.log(r.mean()),
    lambda r, f: -torch.log(r.mean() - f.mean()),
)
key.wrong(
    "one_term",
    "One of the two averages is missing from your loss.",
    "Raising all values by the same amount must change nothing. Does it change your loss?",
    (minus, nothing),
    (nothing, same),
    (same, nothing),
    (nothing, minus),
)
key.wrong(
    "same_sign",
    "Real and fake values enter your loss with the same sign.",
    "Only the difference of the two averages says anything about the distance.",
    (same, same),
    (minus, minus),
    (minus, lambda a: 1 - a),
)
key.wrong(
    "scaled_loss",
    "Your loss is a fixed multiple of what the formula gives.",
    "The two averages are subtracted; nothing divides or multiplies the difference.",
    (lambda a: -0.5 * a, lambda a: 0.5 * a),
    (lambda a: -2.0 * a, lambda a: 2.0 * a),
)
key.wrong(
    "least_squares",
    "Your loss measures squared distances to labels.",
    "Nobody tells the critic which height is right; labels of 0 and 1 belong to another loss (Mao et al. 2017).",
    (lambda a: (a - 1) ** 2, lambda a: a**2),
    (lambda a: (a - 1) ** 2, lambda a: (a + 1) ** 2),
    (lambda a: (a - 1) ** 2 / 2, lambda a: a**2 / 2),
)
key.wrong(
    "hinge",
    "Your loss stops pushing where a margin is reached: this is the hinge loss.",
    "The two plain averages have the same slope for every value, however large.",
    (lambda a: F.relu(1 - a), lambda a: F.relu(1 + a)),
)
key.wrong(
    "size_of_difference",
    "You take the size (or the square) of the difference of the averages, or cut it off at 0.",
    "The critic should learn on which side the data are: keep the sign of the difference.",
    (lambda a: -a.abs(), torch.abs),
    (lambda a: -a.square(), torch.square),
    lambda r, f: gap(r, f).abs(),
    lambda r, f: -gap(r, f).abs(),
    lambda r, f: gap(r, f).square(),
    lambda r, f: -gap(r, f).square(),
    lambda r, f: F.relu(gap(r, f)),
    lambda r, f: -F.relu(-gap(r, f)),
)
key.wrong(
    "pooled",
    "Your loss takes one mean over all values together.",
    "Each of the two batches has its own mean, so that a smaller batch weighs as much as a larger one.",
    pooled,
    lambda r, f: 2 * pooled(r, f),
    lambda r, f: (f.sum() - r.sum()) / len(r),
    lambda r, f: (f.sum() - r.sum()) / len(f),
)
key.wrong(
    "pairs_samples",
    "Your loss subtracts value by value, so it needs as many real as fake ones.",
    "Take the mean of each batch first, then subtract the two numbers.",
    lambda r, f: (f - r).mean(),
    lambda r, f: -(r - f).mean(),
)
