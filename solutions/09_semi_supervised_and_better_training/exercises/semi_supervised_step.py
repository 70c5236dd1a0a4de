"""Key of one training step of a semi-supervised GAN with feature matching (Salimans et al. 2016, sections 3.1 and 5)."""

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from gan_course.exercises.step_misconceptions import STALE_NOISE
from gan_grading.keys import Key
from gan_grading.keys.steps import (
    NEW_OPTIMIZER,
    ONE_Z,
    PROBABILITIES,
    SCALED,
    STALE_GRADIENTS,
    STEP_FIRST,
    TWO_STEPS,
    WRONG_WAY,
    descend,
)

ARGUMENTS = [
    "generator", "discriminator", "g_optimizer", "d_optimizer", "labelled", "labels", "unlabelled", "noise",
    "supervised_loss", "unsupervised_loss", "feature_loss",
]  # fmt: skip
Half = Callable[["Given"], torch.Tensor]
Step = Callable[..., Any]


class Given:
    """What one step is given, by name."""

    def __init__(self, *arguments: Any) -> None:
        self.g, self.d, self.g_opt, self.d_opt, self.x, self.y, self.data, self.noise = arguments[:8]
        self.supervised, self.unsupervised, self.match = arguments[8:]

    def fake(self) -> Any:
        """As many fakes as unlabelled pictures."""
        return self.g(self.noise(len(self.data)))


def d_value(s: Given) -> Any:
    return s.supervised(s.d(s.x), s.y) + s.unsupervised(s.d(s.data), s.d(s.fake().detach()))


def g_value(s: Given) -> Any:
    return s.match(s.d.features(s.data), s.d.features(s.fake()))


def step(
    d: Half = d_value, g: Half = g_value, d_down: Step = descend, g_down: Step = descend, first: str = "D"
) -> Step:
    """A step of D down one value and of G down another, each in its own manner."""

    def answer(*arguments: Any) -> tuple[float, float]:
        s = Given(*arguments)
        moved = {}
        for who in first + ("G" if first == "D" else "D"):
            value, down, optimizer = (d, d_down, s.d_opt) if who == "D" else (g, g_down, s.g_opt)
            moved[who] = down(optimizer, value(s))
        return moved["D"], moved["G"]

    return answer


def lines(*order: str) -> Step:
    """The lines of a step in a wrong order."""

    def down(optimizer: Any, value: torch.Tensor) -> float:
        for line in order:
            if line == "backward":
                value.backward(retain_graph=True)
            else:
                {"clear": optimizer.zero_grad, "step": optimizer.step}[line]()
        return value.item()

    return down


def anew(make: Callable[..., torch.optim.Optimizer], rate: float | None = None) -> Step:
    """The step of a new optimiser over the same weights."""

    def down(optimizer: Any, value: torch.Tensor) -> float:
        group = optimizer.param_groups[0]
        return descend(make(group["params"], lr=rate or group["lr"]), value)

    return down


def again(times: int) -> Step:
    return lambda *arguments: [right(*arguments) for _ in range(times)][-1]


right = step()
key = Key("semi_supervised_step", right=right, arguments=ARGUMENTS)


def in_d(*values: Half) -> list[Step]:
    return [step(d=value) for value in values]


def in_g(*values: Half) -> list[Step]:
    return [step(g=value) for value in values]


def at_once(own: bool) -> Step:
    """Both values at the old weights; then each player moves on its own, or D on the sum of both."""

    def answer(*arguments: Any) -> tuple[float, float]:
        s = Given(*arguments)
        first, second = d_value(s), g_value(s)
        s.g_opt.zero_grad()
        s.d_opt.zero_grad()
        second.backward()
        if own:
            s.d_opt.zero_grad()
        first.backward()
        s.d_opt.step()
        s.g_opt.step()
        return first.item(), second.item()

    return answer


def d_moves_too(cleared: bool) -> Step:
    """D's optimiser steps in G's half as well."""

    def answer(*arguments: Any) -> tuple[float, float]:
        s = Given(*arguments)
        first, value = descend(s.d_opt, d_value(s)), g_value(s)
        s.g_opt.zero_grad()
        if cleared:
            s.d_opt.zero_grad()
        value.backward()
        s.g_opt.step()
        s.d_opt.step()
        return first, value.item()

    return answer


def d_reaches_g(cleared: bool) -> Step:
    """Fakes are not detached, and G's gradients are not cleared after D's half."""

    def answer(*arguments: Any) -> tuple[float, float]:
        s = Given(*arguments)
        if cleared:
            s.g_opt.zero_grad()
        value = s.supervised(s.d(s.x), s.y) + s.unsupervised(s.d(s.data), s.d(s.fake()))
        first, second = descend(s.d_opt, value), g_value(s)
        second.backward()
        s.g_opt.step()
        return first, second.item()

    return answer


def in_turn(*values: Half) -> Step:
    """D takes a step for each value, one after another."""

    def answer(*arguments: Any) -> tuple[float, float]:
        s = Given(*arguments)
        return sum(descend(s.d_opt, value(s)) for value in values), descend(s.g_opt, g_value(s))

    return answer


def with_noise(source: Callable[[Given], Callable[[int], torch.Tensor]]) -> Step:
    def answer(*arguments: Any) -> Any:
        s = Given(*arguments)
        return right(*arguments[:7], source(s), *arguments[8:])

    return answer


def kept(s: Given) -> Callable[[int], torch.Tensor]:
    if not hasattr(s.g, "old_z"):
        s.g.old_z = torch.cat([s.noise(len(s.data)) for _ in range(4)])
    return lambda n: s.g.old_z[:n]


def swapped_optimizers(*arguments: Any) -> Any:
    g, d, g_opt, d_opt, *rest = arguments
    return right(g, d, d_opt, g_opt, *rest)


def clipped(optimizer: Any, value: torch.Tensor) -> float:
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(optimizer.param_groups[0]["params"], 1.0)
    optimizer.step()
    return value.item()


def labelled_term(s: Given) -> Any:
    return s.supervised(s.d(s.x), s.y)


def other_term(s: Given) -> Any:
    return s.unsupervised(s.d(s.data), s.d(s.fake().detach()))


key.wrong(
    "features_of_labelled",
    "Feature matching looks at the labelled batch.",
    "G should match all real data: the unlabelled batch is the large and varied one.",
    *in_g(lambda s: s.match(s.d.features(s.x), s.d.features(s.fake()))),
)
key.wrong(
    "labelled_as_real",
    "The labelled batch takes the place of the unlabelled one in the unsupervised loss, or joins it.",
    "unsupervised_loss(real_logits, fake_logits): the real ones are the unlabelled batch's.",
    *in_d(
        lambda s: labelled_term(s) + s.unsupervised(s.d(s.x), s.d(s.fake().detach())),
        lambda s: labelled_term(s) + s.unsupervised(s.d(torch.cat([s.x, s.data])), s.d(s.fake().detach())),
        lambda s: labelled_term(s) + s.unsupervised(s.d(torch.cat([s.data, s.x])), s.d(s.fake().detach())),
    ),
)
key.wrong(
    "supervised_missing",
    "The labels do not teach D.",
    "D's loss is a sum of two: the supervised one of the labelled batch, and the unsupervised one.",
    *in_d(other_term),
)
key.wrong(
    "unsupervised_missing",
    "The unlabelled batch and the fakes do not teach D.",
    "D's loss is a sum of two: the supervised one of the labelled batch, and the unsupervised one.",
    *in_d(labelled_term),
)
key.wrong(
    "two_d_steps",
    "D takes one step for each of its losses.",
    "One sum, one backward(), one step: both losses are taken at the same weights.",
    in_turn(labelled_term, other_term),
    in_turn(other_term, labelled_term),
)
key.wrong(
    "logits_for_features",
    "Feature matching was given logits, not features.",
    "discriminator.features(x) is what its last hidden layer holds.",
    *in_g(
        lambda s: s.match(s.d(s.data), s.d(s.fake())),
        lambda s: s.match(s.d(s.data).logsumexp(1), s.d(s.fake()).logsumexp(1)),
    ),
)
key.wrong(
    "pictures_for_features",
    "Feature matching was given pictures, not features.",
    "What is matched is the mean of D's hidden layer, not the mean picture.",
    *in_g(lambda s: s.match(s.data, s.fake())),
)
key.wrong(
    "features_given_to_d",
    "D's loss was given features, or logits reduced to one number, where it takes K logits.",
    "discriminator(x) gives K logits. The losses reduce them themselves.",
    *in_d(
        lambda s: labelled_term(s) + s.unsupervised(s.d.features(s.data), s.d.features(s.fake().detach())),
        lambda s: (
            labelled_term(s) + s.unsupervised(s.d(s.data).logsumexp(1), s.d(s.fake().detach()).logsumexp(1))
        ),
    ),
)
key.wrong(
    "g_by_unsupervised_loss",
    "G descends, or climbs, on D's own loss.",
    "In this step G matches features: feature_loss(real_features, fake_features).",
    *in_g(
        lambda s: s.unsupervised(s.d(s.data), s.d(s.fake())),
        lambda s: -s.unsupervised(s.d(s.data), s.d(s.fake())),
        lambda s: s.unsupervised(s.d(s.fake()), s.d(s.data)),
    ),
)
key.wrong(
    "swapped_batches",
    "A loss received real and fake in the wrong order.",
    "Both losses take the real batch first, the fakes second.",
    *in_d(lambda s: labelled_term(s) + s.unsupervised(s.d(s.fake().detach()), s.d(s.data))),
    *in_g(lambda s: s.match(s.d.features(s.fake()), s.d.features(s.data))),
    step(
        d=lambda s: labelled_term(s) + s.unsupervised(s.d(s.fake().detach()), s.d(s.data)),
        g=lambda s: s.match(s.d.features(s.fake()), s.d.features(s.data)),
    ),
)
key.wrong(
    "real_as_fake",
    "One kind of picture is used twice, the other not at all.",
    "Real ones come from the unlabelled batch, fakes from G(z).",
    *in_d(
        lambda s: labelled_term(s) + s.unsupervised(s.d(s.data), s.d(s.data)),
        lambda s: labelled_term(s) + s.unsupervised(s.d(s.fake().detach()), s.d(s.fake().detach())),
    ),
    *in_g(
        lambda s: s.match(s.d.features(s.fake()), s.d.features(s.fake())),
    ),
)
key.wrong(
    "optimizers_swapped",
    "The two optimisers have changed places.",
    "Each optimiser owns one network's parameters. Which of them moves D?",
    swapped_optimizers,
)
key.wrong(
    "old_discriminator",
    "G matched the features of the D of before, not of the D that had just taken its step.",
    "The players take turns: ask D for features after its step.",
    at_once(True),
)
key.wrong(
    "wrong_order", "G moved before D.", "D takes its step first; G answers the D of now.", step(first="G")
)
key.wrong(
    "d_moves_in_g_step",
    "D also moved on the loss of G.",
    "G's backward pass leaves gradients in D. They must not be used: only G's optimiser steps in G's half.",
    d_moves_too(True),
    d_moves_too(False),
)
key.wrong(
    "d_loss_reaches_g",
    "G moved on the loss of D as well: gradients of D's half were still in G when G stepped.",
    "Detach the fakes in D's half, or clear G's gradients after it and before G's own backward pass.",
    d_reaches_g(True),
    d_reaches_g(False),
)
key.wrong(
    "d_on_both_losses",
    "D moved on the sum of its own losses and G's.",
    "D steps on the gradients of its own losses, before G's half has left any.",
    at_once(False),
)
key.wrong(
    "one_sided",
    "Only one of D's batches taught it.",
    "Only the fakes themselves are held constant. D's work on all three batches must stay in the graph.",
    *in_d(
        lambda s: labelled_term(s) + s.unsupervised(s.d(s.data), s.d(s.fake()).detach()),
        lambda s: labelled_term(s) + s.unsupervised(s.d(s.data).detach(), s.d(s.fake().detach())),
        lambda s: labelled_term(s).detach() + other_term(s),
        lambda s: labelled_term(s) + other_term(s).detach(),
    ),
)
key.also(
    WRONG_WAY,
    *in_d(lambda s: -d_value(s)),
    *in_g(lambda s: -g_value(s)),
    step(lambda s: -d_value(s), lambda s: -g_value(s)),
)
key.wrong(
    "terms_weighed",
    "D's two losses are weighed, averaged or subtracted.",
    "They come as they should be added: one plain sum.",
    *in_d(
        lambda s: labelled_term(s) - other_term(s),
        lambda s: labelled_term(s) + 0.5 * other_term(s),
        lambda s: 0.5 * labelled_term(s) + other_term(s),
        lambda s: labelled_term(s) + 2 * other_term(s),
        lambda s: d_value(s) / 2,
    ),
)
key.also(
    STALE_GRADIENTS,
    step(d_down=lines("backward", "step"), g_down=lines("backward", "step")),
    step(d_down=lines("backward", "step")),
    step(g_down=lines("backward", "step")),
    step(d_down=lines("backward", "step", "clear"), g_down=lines("backward", "step", "clear")),
    step(d_down=lines("backward", "step", "clear")),
    step(g_down=lines("backward", "step", "clear")),
)
key.also(
    STEP_FIRST,
    step(d_down=lines("step", "clear", "backward"), g_down=lines("step", "clear", "backward")),
    step(d_down=lines("step", "clear", "backward")),
    step(g_down=lines("step", "clear", "backward")),
    step(d_down=lines("clear", "step", "backward"), g_down=lines("clear", "step", "backward")),
)
key.also(
    TWO_STEPS,
    again(2),
    step(d_down=lines("clear", "backward", "step", "step")),
    step(g_down=lines("clear", "backward", "step", "step")),
)
key.also(
    NEW_OPTIMIZER,
    *(
        step(**halves)
        for how in (anew(torch.optim.SGD), anew(torch.optim.Adam), anew(torch.optim.Adam, 1e-3))
        for halves in ({"d_down": how, "g_down": how}, {"d_down": how}, {"g_down": how})
    ),
)
key.also(ONE_Z, with_noise(lambda s: lambda n: s.noise(1).expand(n, -1)))
key.also(STALE_NOISE, with_noise(kept))
key.also(SCALED, *in_g(*(lambda s, by=by: by * g_value(s) for by in (0.5, 2.0, 0.1))))  # type: ignore[misc]
key.also(
    PROBABILITIES,
    *in_d(
        lambda s: (
            s.supervised(s.d(s.x).softmax(1), s.y) + s.unsupervised(s.d(s.data), s.d(s.fake().detach()))
        ),
        lambda s: (
            s.supervised(s.d(s.x).softmax(1), s.y)
            + s.unsupervised(s.d(s.data).softmax(1), s.d(s.fake().detach()).softmax(1))
        ),
        lambda s: (
            labelled_term(s) + s.unsupervised(s.d(s.data).softmax(1), s.d(s.fake().detach()).softmax(1))
        ),
    ),
)
key.wrong(
    "clipped",
    "Your step clips gradients, which nobody asked for.",
    "Here the optimiser uses the gradient as it is.",
    step(d_down=clipped, g_down=clipped),
    step(d_down=clipped),
    step(g_down=clipped),
)
