"""Key of the push that a generated sample feels: minus the loss's slope in the sample, for one sample."""

import torch

from gan_course.exercises.experiments.pushes import CUT, LOSS_LEFT_OUT
from gan_grading.keys import Key


def slope(critic, x, loss):
    x = x.detach().clone().requires_grad_(True)
    return torch.autograd.grad(loss(critic(x)), x)[0]


def right(critic, x, loss):
    return -len(x) * slope(critic, x, loss)


def changed(change):
    return lambda critic, x, loss: change(right(critic, x, loss))


def own(critic, x):
    return slope(critic, x, torch.sum)


def in_values(critic, x, loss):
    """The push on the critic's value instead of that on the sample."""
    values = critic(x).detach().requires_grad_(True)
    return -len(x) * torch.autograd.grad(loss(values), values)[0]


def length(f):
    norms = torch.linalg.vector_norm(f.flatten(1), dim=1)
    return norms.reshape(-1, *[1] * (f.dim() - 1)).clamp_min(1e-12)


def one_by_one(critic, x, loss):
    return torch.cat([-slope(critic, x[i : i + 1], loss) for i in range(len(x))])


key = Key("pushes", right=right)
key.wrong(
    "uphill",
    "Your push points up the loss.",
    "G goes down its loss, so a sample is pushed against the slope of the loss.",
    changed(lambda f: -f),
)
share_kept = key.wrong(
    "batch_share_kept",
    "Your push shrinks as the batch grows.",
    "The loss is a mean, so each sample has a share of 1/N in its slope. The push of one sample undoes it.",
    lambda critic, x, loss: -slope(critic, x, loss),
    slope,
)
key.also(
    LOSS_LEFT_OUT,
    lambda critic, x, loss: own(critic, x),
    lambda critic, x, loss: -own(critic, x),
    lambda critic, x, loss: len(x) * own(critic, x),
    lambda critic, x, loss: own(critic, x) / len(x),
)
key.also(share_kept, lambda critic, x, loss: -slope(critic, x, loss) / len(x))
key.wrong(
    "direction_only",
    "Your push keeps the direction and loses how strong it is.",
    "How strong the push is matters as much as where it points: do not normalise it.",
    changed(lambda f: f / length(f)),
    changed(lambda f: -f / length(f)),
    changed(lambda f: f / f.norm()),
    changed(torch.sign),
)
key.wrong(
    "not_one_per_coordinate",
    "You return another shape than that of x.",
    "A push is a direction: one number for every coordinate of every sample.",
    changed(lambda f: f.flatten(1).norm(dim=1)),
    changed(lambda f: f.flatten(1).sum(dim=1)),
    changed(lambda f: f.mean(dim=0)),
    changed(lambda f: f.sum(dim=0)),
    changed(lambda f: f.flatten(1)),
    in_values,
    lambda critic, x, loss: -in_values(critic, x, loss),
)
key.wrong(
    "wrong_factor",
    "Your push is a multiple of the right one.",
    "N is the number of samples, the first number of the shape, and the only factor there is.",
    lambda critic, x, loss: -x.numel() * slope(critic, x, loss),
    lambda critic, x, loss: -x.shape[-1] * slope(critic, x, loss),
    lambda critic, x, loss: x.numel() * slope(critic, x, loss),
    lambda critic, x, loss: -x[0].numel() * slope(critic, x, loss),
    lambda critic, x, loss: -x.shape[1] * slope(critic, x, loss),
    lambda critic, x, loss: -2 * slope(critic, x, loss),
    changed(lambda f: 2 * f),
)
key.wrong(
    "same_for_all",
    "Every sample of a batch gets the same push.",
    "Each sample has a push of its own: nothing averages over the batch.",
    changed(lambda f: f.mean(0, keepdim=True).expand_as(f)),
    changed(lambda f: f.sum(0, keepdim=True).expand_as(f)),
)
key.wrong(
    "samples_moved",
    "You return where the samples go, not the push on them.",
    "The push is a direction at each sample; adding it to x, or moving x, is the caller's business.",
    lambda critic, x, loss: x + right(critic, x, loss),
    lambda critic, x, loss: x - right(critic, x, loss),
)
key.also(CUT, changed(lambda f: f * 0.0))
key.wrong(
    "one_by_one",
    "You give the loss one sample at a time: that is the same only for a loss that is a mean over samples.",
    "The loss is a function of all N values together, whatever it does with them. Hand it the whole batch.",
    one_by_one,
    share=0.5,
)
