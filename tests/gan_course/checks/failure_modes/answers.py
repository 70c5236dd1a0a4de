"""Right answers to the exercises of 04_non_saturating_and_failure_modes in several styles."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F


def slopes_by_autograd(logits):
    a = logits.clone().requires_grad_(True)
    losses = (-F.softplus(a).mean(), F.softplus(-a).mean())
    return tuple(torch.autograd.grad(loss, a)[0] for loss in losses)


def slopes_stacked(logits):
    return -torch.sigmoid(torch.stack([logits, -logits])) / len(logits)


def loss_flipped_labels(fake_logits):
    return F.binary_cross_entropy_with_logits(fake_logits, torch.ones_like(fake_logits))


def loss_clamped(fake_logits):
    return -torch.sigmoid(fake_logits).clamp(min=1e-12).log().mean()


def loss_softplus(fake_logits):
    return F.softplus(-fake_logits.reshape(-1)).sum() / fake_logits.numel()


def round_in_place(x, y, eta, alternating):
    if not alternating:
        return [x - eta * y, y + eta * x]
    x -= eta * y
    y += eta * x
    return torch.tensor([x, y], dtype=torch.float64)


def count_by_nearest(samples, modes, std, needed=20):
    distance, nearest = (samples[:, None] - modes).norm(dim=2).min(dim=1)
    good = distance <= 3 * std
    counts = torch.bincount(nearest[good], minlength=len(modes))
    return (counts >= needed).sum(), (counts > 0).sum(), good.float().mean()


def count_in_loops(samples, modes, std, needed=20):
    counts = [sum(math.dist(s, m) <= 3 * std for s in samples.tolist()) for m in modes.tolist()]
    return sum(c >= needed for c in counts), sum(c > 0 for c in counts), sum(counts) / len(samples)


def stop_by_counter(scores, patience):
    high, best, waited = -math.inf, 0, 0
    for i, score in enumerate(scores):
        waited += 1
        if score > high:
            high, best, waited = score, i, 0
        if waited == patience:
            break
    return i, best


def stop_by_slices(scores, patience):
    for stop in range(len(scores)):
        best = scores.index(max(scores[: stop + 1]))
        if stop - best >= patience:
            break
    return [stop, best]


def r1_with_outputs(discriminator, real, gamma):
    x = real.clone().requires_grad_()
    logits = discriminator(x)
    (g,) = torch.autograd.grad(logits, x, torch.ones_like(logits), create_graph=True)
    return 0.5 * gamma * (g.flatten(1).norm(dim=1) ** 2).mean()


def r1_row_by_row(discriminator, real, gamma):
    total = 0.0
    for row in real:
        x = row[None].detach().requires_grad_()
        total = total + torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)[0].square().sum()
    return gamma * total / (2 * len(real))


def average_by_lerp(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters(), strict=True):
            a.lerp_(b, 1 - keep)


def average_by_state(averaged, model, keep):
    old, new = averaged.state_dict(), model.state_dict()
    averaged.load_state_dict({k: keep * old[k] + (1 - keep) * new[k] for k in old})


def mend_by_copy(settings):
    new = dict(settings)
    new.update(d_lr=torch.tensor(2e-3), r1=0.1, decay=0)
    return new


RIGHT = {
    "generator_slopes": [slopes_by_autograd, slopes_stacked],
    "generator_loss": [loss_flipped_labels, loss_clamped, loss_softplus],
    "xy_step": [round_in_place],
    "count_modes": [count_by_nearest, count_in_loops],
    "when_to_stop": [stop_by_counter, stop_by_slices],
    "r1_penalty": [r1_with_outputs, r1_row_by_row],
    "average_weights": [average_by_lerp, average_by_state],
    "mend": [mend_by_copy],
}
