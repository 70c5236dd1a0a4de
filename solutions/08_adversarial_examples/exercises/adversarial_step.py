"""Key of a step of robust training (Madry et al. 2017, https://arxiv.org/abs/1706.06083, section 2)."""

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
import torch.nn.functional as F
from torch import nn

from gan_course.exercises.experiments.robust_step import SKIPS_ATTACK
from gan_grading.keys import Key

T = torch.Tensor
Step = Callable[..., Any]


def loss(model: Any, x: T, y: T, attack: Any) -> T:
    return F.cross_entropy(model(attack(model, x, y)), y)


def descend(optimizer: Any, value: T) -> float:
    optimizer.zero_grad()
    value.backward()
    optimizer.step()
    return value.item()


def down(value: Callable[..., T]) -> Step:
    """A step down another value."""
    return lambda model, optimizer, x, y, attack: descend(optimizer, value(model, x, y, attack))


def of_logits(other: Callable[[T, T], T]) -> Step:
    """A step down another loss of what the model says of the attacked pictures."""
    return down(lambda model, x, y, attack: other(model(attack(model, x, y)), y))


right = down(loss)


def zero_first(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    optimizer.zero_grad()
    return zero_never(model, optimizer, x, y, attack)


def zero_never(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    value = loss(model, x, y, attack)
    value.backward()
    optimizer.step()
    return value.item()


def zero_last(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    value = zero_never(model, optimizer, x, y, attack)
    optimizer.zero_grad()
    return value


def no_step(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    return loss(model, x, y, attack).item()


def cleared_after_backward(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    value = loss(model, x, y, attack)
    value.backward()
    optimizer.zero_grad()
    optimizer.step()
    return value.item()


def twice(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    value = right(model, optimizer, x, y, attack)
    optimizer.step()
    return float(value)


def again(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    right(model, optimizer, x, y, attack)
    return float(right(model, optimizer, x, y, attack))


def step_first(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    value = loss(model, x, y, attack)
    optimizer.step()
    value.backward()
    return value.item()


def clean_then_attacked(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    descend(optimizer, F.cross_entropy(model(x), y))
    return float(right(model, optimizer, x, y, attack))


def attacked_then_clean(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    value = right(model, optimizer, x, y, attack)
    descend(optimizer, F.cross_entropy(model(x), y))
    return float(value)


def rebuilt(make: Callable[..., torch.optim.Optimizer]) -> Step:
    def step(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
        own = make(model.parameters(), lr=optimizer.param_groups[0]["lr"])
        return descend(own, loss(model, x, y, attack))

    return step


def by_hand(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    value = loss(model, x, y, attack)
    own = list(model.parameters())
    with torch.no_grad():
        for p, g in zip(own, torch.autograd.grad(value, own), strict=True):
            p -= optimizer.param_groups[0]["lr"] * g
    return value.item()


def clipped(clip: Callable[[Any], Any]) -> Step:
    def step(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
        value = loss(model, x, y, attack)
        optimizer.zero_grad()
        value.backward()
        clip(model.parameters())
        optimizer.step()
        return value.item()

    return step


def mixture(share: float, model: Any, x: T, y: T, attack: Any) -> T:
    return share * F.cross_entropy(model(x), y) + (1 - share) * loss(model, x, y, attack)


def joined(model: Any, x: T, y: T, attack: Any) -> T:
    both = torch.cat([x, attack(model, x, y)])
    return F.cross_entropy(model(both), torch.cat([y, y]))


def clean_after_attack(model: Any, x: T, y: T, attack: Any) -> T:
    attack(model, x, y)
    return F.cross_entropy(model(x), y)


def attacked_by_prediction(model: Any, x: T, y: T, attack: Any) -> T:
    return F.cross_entropy(model(attack(model, x, model(x).argmax(dim=1))), y)


def own_predictions(model: Any, x: T, y: T, attack: Any) -> T:
    return F.cross_entropy(model(attack(model, x, y)), model(x).argmax(dim=1))


def own_predictions_attacked(model: Any, x: T, y: T, attack: Any) -> T:
    logits = model(attack(model, x, y))
    return F.cross_entropy(logits, logits.argmax(dim=1))


def fooled_only(model: Any, optimizer: Any, x: T, y: T, attack: Any) -> float:
    logits = model(attack(model, x, y))
    fooled = logits.argmax(dim=1) != y
    return descend(optimizer, F.cross_entropy(logits[fooled], y[fooled])) if bool(fooled.any()) else 0.0


def right_ones_only(model: Any, x: T, y: T, attack: Any) -> T:
    before = model(x).argmax(dim=1) == y
    return F.cross_entropy(model(attack(model, x, y)[before]), y[before])


def half_way(model: Any, x: T, y: T, attack: Any) -> T:
    return F.cross_entropy(model((x + attack(model, x, y)) / 2), y)


key = Key("robust_step", right=right)
key.wrong(
    "trains_on_clean",
    "The model learns from the pictures as they are, not from the attacked ones.",
    "The inner maximum comes first: what attack(model, x, y) returns is what the model has to get right.",
    down(clean_after_attack),
)
key.wrong(
    "gradients_of_the_attack",
    "Gradients that were there before, from the attack or from an earlier step, are added to those of this one.",
    "An attack may use backward() and leave gradients in the parameters. When is the last moment to clear them?",
    zero_first,
    zero_never,
    zero_last,
)
key.wrong(
    "trains_on_both",
    "The model learns from clean and attacked pictures together.",
    "That is the mixture of Goodfellow et al. (2014). The step asked for here uses the attacked pictures alone.",
    *(down(partial(mixture, share)) for share in (0.5, 0.1, 0.25, 0.75, 0.9)),
    down(lambda *a: 2 * mixture(0.5, *a)),
    down(joined),
    clean_then_attacked,
    attacked_then_clean,
    down(half_way),
    share=0.5,
)
key.wrong(
    "wrong_way",
    "The weights moved uphill: the loss on the attacked pictures grew.",
    "The attack maximises over the picture; the model minimises over its weights.",
    down(lambda *a: -loss(*a)),
)
key.wrong(
    "no_step",
    "No weight changed.",
    "Check that backward() comes before optimizer.step(), and that nothing clears the gradients in between.",
    no_step,
    cleared_after_backward,
)
key.wrong(
    "two_steps",
    "The optimiser took more than one step.",
    "One attack, one gradient, one step.",
    twice,
    again,
)
key.wrong(
    "step_before_backward",
    "The optimiser steps before this batch's gradients are there.",
    "Clear, backward, step.",
    step_first,
)
key.wrong(
    "new_optimizer",
    "The step does not go on where the optimiser given stopped: what it remembers is lost.",
    "Use the optimiser you are given.",
    *(rebuilt(make) for make in (torch.optim.SGD, torch.optim.Adam, partial(torch.optim.SGD, momentum=0.9))),
    by_hand,
)
key.wrong(
    "cut_from_the_model",
    "No gradient reaches the model's weights.",
    "Only the attacked pictures are plain numbers. What the model makes of them must stay in the graph.",
    down(lambda model, x, y, attack: F.cross_entropy(model(attack(model, x, y)).detach(), y)),
)
key.wrong(
    "predicted_labels",
    "The model is taught its own predictions.",
    "The true labels y stay the labels of the attacked pictures: that is what makes the model robust.",
    down(own_predictions),
    down(own_predictions_attacked),
)
key.also(SKIPS_ATTACK, down(attacked_by_prediction))
key.wrong(
    "some_left_out",
    "Only some of the attacked pictures teach the model.",
    "Every picture of the batch counts, whether the attack fooled the model or not.",
    fooled_only,
    down(right_ones_only),
)
key.wrong(
    "label_smoothing",
    "The labels are smoothed.",
    "Label smoothing is a remedy of its own; this step asks for the plain cross-entropy of the true labels.",
    *(of_logits(partial(F.cross_entropy, label_smoothing=share)) for share in (0.1, 0.05, 0.2, 0.01)),
    share=0.5,
)
key.wrong(
    "gradients_clipped",
    "The gradients are cut or scaled before the optimiser steps.",
    "Clear, backward, step: nothing stands between the last two.",
    *(clipped(partial(nn.utils.clip_grad_norm_, max_norm=most)) for most in (0.1, 0.5, 1.0)),
    *(clipped(partial(nn.utils.clip_grad_value_, clip_value=most)) for most in (0.01, 0.1, 0.5)),
    share=0.5,
)
key.wrong(
    "other_loss",
    "The step does not go down the mean cross-entropy of the attacked pictures.",
    "The loss is the cross-entropy of logits and true labels, averaged over the batch.",
    of_logits(lambda logits, y: F.cross_entropy(logits, y, reduction="sum")),
    of_logits(lambda logits, y: F.cross_entropy(logits.softmax(dim=1), y)),
    of_logits(lambda logits, y: F.cross_entropy(logits, y) / len(y)),
    of_logits(lambda logits, y: F.nll_loss(logits, y)),
    of_logits(lambda logits, y: F.nll_loss(logits.softmax(dim=1), y)),
    of_logits(lambda logits, y: F.multi_margin_loss(logits, y)),
    *(of_logits(lambda logits, y, by=by: by * F.cross_entropy(logits, y)) for by in (0.5, 2.0, 0.1, 10.0)),
)
