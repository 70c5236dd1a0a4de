"""Wrong answers get the sentence that names their mistake, word for word."""

from __future__ import annotations

import pytest
import torch
from torch import nn

HAND = "✗ for x = 4, 0, 1, −3 and y = 2, 3, −2, 0.5: yours {}, wanted 0.8750"


@pytest.mark.parametrize(
    ("wrong", "value", "teach"),
    [
        (
            lambda x, y: (x - y).abs().mean(),
            "2.8750",
            "The samples were matched as they came. Sort both, so that no two paths cross.",
        ),
        (
            lambda x, y: (x.mean() - y.mean()).abs(),
            "0.3750",
            "This is the difference of the means: ways to the left paid off ways to the right.",
        ),
        (
            lambda x, y: (x.sort().values - y.sort().values).abs().sum(),
            "3.5000",
            "The distances were added up. Each of the n samples carries 1/n of the earth.",
        ),
        (
            lambda x, y: (x[:, None] - y).abs().min(1).values.mean(),
            "0.7500",
            "Each sample went to its nearest neighbour. Then one hole is filled twice and another never.",
        ),
        (
            lambda x, y: (x.sort().values - y.sort(descending=True).values).abs().mean(),
            "3.6250",
            "The leftmost was sent to the rightmost. Sort both in the same direction.",
        ),
    ],
)
def test_wrong_distances(red, wrong, value, teach):
    assert red("wasserstein_1d", wrong) == (HAND.format(value), teach)


def test_a_distance_without_weights(red):
    def even(x, y, p, q):
        points, order = torch.cat([x, y]).sort()
        mass = torch.cat([torch.full_like(p, 1 / len(p)), torch.full_like(q, -1 / len(q))])[order]
        return (mass.cumsum(0)[:-1].abs() * points.diff()).sum()

    assert red("wasserstein_weighted", even) == (
        "✗ two heaps against three, as drawn in the exercise: yours 1.6667, wanted 2.2500",
        "The weights play no part. F jumps by the weight of a point, not by 1/n.",
    )


CRITIC = "✗ value on 7 real and 5 fake values: yours {}, wanted −0.6500"


@pytest.mark.parametrize(
    ("wrong", "value", "teach"),
    [
        (
            lambda r, f: r.mean() - f.mean(),
            "0.6500",
            "Minimised, this gives the fakes the higher values. The critic wants real minus fake LARGE.",
        ),
        (
            lambda r, f: torch.sigmoid(f).mean() - torch.sigmoid(r).mean(),
            "−0.0750",
            "It looks as if a sigmoid was applied. A critic returns heights, not probabilities.",
        ),
        (
            lambda r, f: nn.functional.softplus(-r).mean() + nn.functional.softplus(f).mean(),
            "1.6007",
            "This is the loss of the old game, logarithms and all. Here two plain averages are subtracted.",
        ),
        (
            lambda r, f: f.sum() - r.sum(),
            "−4.2500",
            "The values were summed. An expectation becomes an average over the batch.",
        ),
    ],
)
def test_wrong_critic_losses(red, wrong, value, teach):
    assert red("critic_loss", wrong) == (CRITIC.format(value), teach)


@pytest.mark.parametrize(
    ("wrong", "value", "teach"),
    [
        (
            lambda f: f.mean(),
            "−0.3500",
            "Minimised, this makes G worse: G wants the critic's values of its samples LARGE.",
        ),
        (
            lambda f: nn.functional.softplus(-f).mean(),
            "1.5605",
            "This is −log σ, the loss of assignment 04. Here no logarithm is left.",
        ),
    ],
)
def test_wrong_generator_losses(red, wrong, value, teach):
    line = f"✗ value on 5 fake values: yours {value}, wanted 0.3500"
    assert red("generator_loss", wrong) == (line, teach)


def slope(critic, x, loss):
    x = x.detach().clone().requires_grad_()
    return torch.autograd.grad(loss(critic(x)), x)[0]


@pytest.mark.parametrize(
    ("wrong", "teach"),
    [
        (
            lambda critic, x, loss: len(x) * slope(critic, x, loss),
            "Yours points up the loss. G goes down: which sign does the push have?",
        ),
        (
            lambda critic, x, loss: -slope(critic, x, loss),
            "A quarter of what is wanted: with N = 4, the mean in the loss gives each sample a share of 1/4.",
        ),
        (
            lambda critic, x, loss: slope(critic, x, torch.sum),
            "This is D's own slope. The loss stands between: it decides how strong the push is.",
        ),
    ],
)
def test_wrong_pushes(red, wrong, teach):
    line, sentence = red("push", wrong)
    assert line.startswith("✗ first of 4 samples: yours")
    assert sentence == teach


def clipped(before=None, between=None, after=None):
    def step(critic, optimizer, real, fake, loss, c):
        if before:
            before(critic, c)
        value = loss(critic(real), critic(fake))
        optimizer.zero_grad()
        value.backward()
        if between:
            between(critic, c)
        optimizer.step()
        if after:
            after(critic, c)
        return value.item()

    return step


def clip(critic, c):
    for p in critic.parameters():
        p.data.clamp_(-c, c)


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            clipped(between=clip),
            "✗ after the step the largest weight is 0.700, wanted at most 0.5",
            "The bound must hold when you are done. Do you clip the parameter itself, and after the step?",
        ),
        (
            clipped(between=lambda critic, c: nn.utils.clip_grad_norm_(critic.parameters(), c)),
            "✗ the gradients were clipped, not the weights",
            "That limits how far one step goes. The weights can still grow, step by step, without bound.",
        ),
    ],
)
def test_wrong_clipping(red, wrong, line, teach):
    assert red("clipped_step", wrong) == (line, teach)


def row_norm(slope):
    return slope.flatten(1).norm(dim=1)


def one_each(x):
    return (len(x), *[1] * (x.dim() - 1))


def penalty(norm=row_norm, shape=one_each, graph=True):
    def of(critic, real, fake):
        e = torch.rand(shape(real))
        x = (e * real + (1 - e) * fake).requires_grad_()
        (g,) = torch.autograd.grad(critic(x).sum(), x, create_graph=graph)
        return ((norm(g) - 1) ** 2).mean()

    return of


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            penalty(norm=lambda g: g.norm()),
            "✗ a plane of slope 3, 12 samples: yours 88.2154, wanted 4.0000",
            "One norm was taken over the whole batch. Each sample has a slope, and a norm, of its own.",
        ),
        (
            penalty(norm=lambda g: g.flatten(1).square().sum(1)),
            "✗ a plane of slope 3, 12 samples: yours 64.0000, wanted 4.0000",
            "The squared norm was compared with 1. The root belongs to the norm.",
        ),
        (
            penalty(norm=lambda g: g.norm(dim=1)),
            "✗ images of 8 pixels with slope 1 in each: yours 0.1716, wanted 3.3431",
            "Your norm runs over one dimension only, such as the channels. "
            "The slope of one image has the shape (C, H, W): all of it belongs under one root.",
        ),
        (
            penalty(shape=lambda x: (1,)),
            None,
            "Each line gets a random place of its own. How many random numbers do N samples need?",
        ),
        (
            penalty(shape=lambda x: x.shape),
            "✗ x̂ does not lie on the line from fake to real",
            "One ε for a sample, shared by all its numbers, and shares that add up to 1.",
        ),
        (
            penalty(graph=False),
            "✗ no gradient, or not the right one, reaches the critic's weights",
            "The slope must itself be differentiable. What tells autograd to keep the graph of a derivative?",
        ),
    ],
)
def test_wrong_penalties(red, wrong, line, teach):
    said, sentence = red("gradient_penalty", wrong)
    assert line in (None, said)
    assert sentence == teach


def phase(order="after", sign=1.0, draw_once=False, count=lambda n: n):
    def play(generator, critic, optimizer, sample_real, noise, loss, penalty, after_step, n_critic):
        real = sample_real()
        for i in range(count(n_critic)):
            if i and not draw_once:
                real = sample_real()
            fake = generator(noise(len(real))).detach()
            value = loss(critic(real), critic(fake))
            total = value + sign * penalty(critic, real, fake)
            optimizer.zero_grad()
            total.backward()
            if order == "before":
                after_step(critic)
            optimizer.step()
            if order == "after":
                after_step(critic)
        return value.item()

    return play


@pytest.mark.parametrize(
    ("wrong", "line", "teach"),
    [
        (
            phase(order="before"),
            "✗ n_critic = 3: after step after step after step; wanted step after step after step after",
            "after_step came before the step, which then had the last word: weights are out of bounds.",
        ),
        (
            phase(count=lambda n: 1),
            "✗ n_critic = 3: step after; wanted step after step after step after",
            "Your optimiser took 1 steps, wanted 3, one a turn of the loop.",
        ),
        (phase(draw_once=True), "✗ drew 1 real batches in 3 steps", "Which lines belong inside the loop?"),
        (
            phase(sign=-1.0),
            "✗ the critic is not where three steps down loss + penalty lead",
            "The penalty is subtracted, so the critic is rewarded for breaking the rule.",
        ),
    ],
)
def test_wrong_phases(red, wrong, line, teach):
    assert red("critic_phase", wrong) == (line, teach)


@pytest.mark.parametrize(
    "name", ["wasserstein_1d", "critic_loss", "push", "clipped_step", "gradient_penalty", "critic_phase"]
)
def test_an_unwritten_answer_is_told_so(printed, name):
    namespace: dict[str, object] = {}
    exec(f"def {name}(*given):\n    raise NotImplementedError()", namespace)
    lines = printed(name, namespace[name])
    assert len(lines) == 1
    assert lines[0].startswith("· not written yet: replace the line `raise NotImplementedError()`")


def test_questions_look_at_the_form_only(printed):
    assert printed("q_distance", 17.0) == ["✓ recorded: q_distance = 17.0"]
    assert printed("q_without_constraint", "x")[0].startswith("✗ got 'x'; the answer is one of")
