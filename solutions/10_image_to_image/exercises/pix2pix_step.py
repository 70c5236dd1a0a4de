"""Key of one training step of paired translation (Isola et al. 2016, https://arxiv.org/abs/1611.07004, section 3.3)."""

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from gan_grading.keys import Key
from gan_grading.keys.steps import (
    NEW_OPTIMIZER,
    PROBABILITIES,
    SCALED,
    STALE_GRADIENTS,
    STEP_FIRST,
    TWO_STEPS,
    WRONG_WAY,
    descend,
)

ARGUMENTS = [
    "generator", "discriminator", "g_optimizer", "d_optimizer", "source", "target",
    "discriminator_loss", "generator_loss",
]  # fmt: skip
Half = Callable[["Given"], Any]
Step = Callable[..., Any]


class Given:
    """What one step is given, by name."""

    def __init__(self, *arguments: Any) -> None:
        self.g, self.d, self.g_opt, self.d_opt, self.x, self.y, self.judge, self.want = arguments

    def fake(self) -> Any:
        return self.g(self.x)

    def says(self, picture: torch.Tensor, source: torch.Tensor | None = None) -> Any:
        """D's logits of pairs."""
        return self.d(torch.cat([self.x if source is None else source, picture], 1))


def d_value(s: Given) -> Any:
    return s.judge(s.says(s.y), s.says(s.fake().detach()))


def g_value(s: Given) -> Any:
    fake = s.fake()
    return s.want(fake, s.y, s.says(fake))


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


def clipped(optimizer: Any, value: torch.Tensor) -> float:
    optimizer.zero_grad()
    value.backward()
    nn.utils.clip_grad_norm_(optimizer.param_groups[0]["params"], 1.0)
    optimizer.step()
    return value.item()


right = step()
key = Key("translation_step", right=right, arguments=ARGUMENTS)


def in_d(*values: Half) -> list[Step]:
    return [step(d=value) for value in values]


def in_g(*values: Half) -> list[Step]:
    return [step(g=value) for value in values]


def in_both(pairs: Callable[[Given, torch.Tensor], torch.Tensor]) -> Step:
    """Both halves show D something else than the pair of source and picture."""
    return step(
        lambda s: s.judge(s.d(pairs(s, s.y)), s.d(pairs(s, s.fake().detach()))),
        lambda s: (lambda fake: s.want(fake, s.y, s.d(pairs(s, fake))))(s.fake()),
    )


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
        first = descend(s.d_opt, s.judge(s.says(s.y), s.says(s.fake())))
        value = g_value(s)
        value.backward()
        s.g_opt.step()
        return first, value.item()

    return answer


def swapped_optimizers(*arguments: Any) -> Any:
    g, d, g_opt, d_opt, *rest = arguments
    return right(g, d, d_opt, g_opt, *rest)


key.wrong(
    "picture_before_source",
    "In the pairs the picture comes first.",
    "`torch.cat([source, picture], dim=1)`: the source's channel is the first.",
    in_both(lambda s, picture: torch.cat([picture, s.x], 1)),
)
key.wrong(
    "judged_alone",
    "D is shown the picture twice, or with nothing beside it.",
    "A pair is the source *and* the picture: else D cannot see whether they belong together.",
    in_both(lambda s, picture: torch.cat([picture, picture], 1)),
    in_both(lambda s, picture: torch.cat([torch.zeros_like(s.x), picture], 1)),
    in_both(lambda s, picture: torch.cat([s.x, s.x], 1)),
)
key.wrong(
    "target_as_condition",
    "The target stands where the source belongs in the pairs.",
    "When a sketch is to be translated, nobody has the target: D is shown `source` and a picture.",
    in_both(lambda s, picture: torch.cat([s.y, picture], 1)),
    *in_d(lambda s: s.judge(s.says(s.y), s.says(s.fake().detach(), s.y))),
    *in_g(lambda s: (lambda fake: s.want(fake, s.y, s.says(fake, s.y)))(s.fake())),
)
key.wrong(
    "fake_with_target",
    "The fake pair holds target and fake, or source and target.",
    "Fake pair: `source` with `generator(source)`. Real pair: `source` with `target`.",
    *in_d(
        lambda s: s.judge(s.says(s.y), s.says(s.y)),
        lambda s: s.judge(s.says(s.fake().detach()), s.says(s.fake().detach())),
        lambda s: s.judge(s.says(s.y), s.says(s.x)),
    ),
)
key.wrong(
    "swapped_pairs",
    "D's loss received real and fake in the wrong order.",
    "discriminator_loss takes the logits of real pairs first, those of fake pairs second.",
    *in_d(lambda s: s.judge(s.says(s.fake().detach()), s.says(s.y))),
)
key.wrong(
    "generator_loss_arguments",
    "G's loss received its arguments in the wrong order, or another one in the place of one of them.",
    "generator_loss(fake, target, logits of fake pairs).",
    *in_g(
        lambda s: (lambda fake: s.want(s.y, fake, s.says(fake)))(s.fake()),
        lambda s: (lambda fake: s.want(fake, s.x, s.says(fake)))(s.fake()),
        lambda s: (lambda fake: s.want(s.says(fake), fake, s.y))(s.fake()),
        lambda s: (lambda fake: s.want(fake, fake, s.says(fake)))(s.fake()),
        lambda s: (lambda fake: s.want(s.y, s.y, s.says(fake)))(s.fake()),
    ),
)
key.wrong(
    "real_logits_for_g",
    "G is judged by the logits of the real pairs.",
    "G can only change its own pictures: ask D about the fake pair.",
    *in_g(lambda s: s.want(s.fake(), s.y, s.says(s.y))),
)
key.wrong(
    "content_cut",
    "No gradient reaches G through the picture itself: only D teaches it.",
    "generator_loss compares `fake` with `target`: hand it the fake that still hangs on G, not a detached one.",
    *in_g(lambda s: (lambda fake: s.want(fake.detach(), s.y, s.says(fake)))(s.fake())),
)
key.wrong(
    "adversary_cut",
    "No gradient reaches G through D: only the content teaches it.",
    "In G's half D is asked about a fake pair that is not detached.",
    *in_g(
        lambda s: (lambda fake: s.want(fake, s.y, s.says(fake.detach())))(s.fake()),
        lambda s: (lambda fake: s.want(fake, s.y, s.says(fake).detach()))(s.fake()),
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
    "G was judged by the D of before, not by the D that had just taken its step.",
    "The players take turns: ask D again after its step.",
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
    "D moved on the sum of its own loss and G's.",
    "D steps on the gradients of its own loss, before G's half has left any.",
    at_once(False),
)
key.wrong(
    "one_sided",
    "Only one kind of pair taught D.",
    "Only the fakes themselves are held constant. D's work on both kinds must stay in the graph.",
    *in_d(
        lambda s: s.judge(s.says(s.y), s.says(s.fake()).detach()),
        lambda s: s.judge(s.says(s.y).detach(), s.says(s.fake().detach())),
    ),
)
key.also(
    WRONG_WAY,
    *in_d(lambda s: -d_value(s)),
    *in_g(lambda s: -g_value(s)),
    step(lambda s: -d_value(s), lambda s: -g_value(s)),
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
    lambda *arguments: [right(*arguments) for _ in range(2)][-1],
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
key.also(
    SCALED,
    *in_d(*(lambda s, by=by: by * d_value(s) for by in (0.5, 2.0))),  # type: ignore[misc]
    *in_g(*(lambda s, by=by: by * g_value(s) for by in (0.5, 2.0, 100.0))),  # type: ignore[misc]
)
key.also(
    PROBABILITIES,
    *in_d(lambda s: s.judge(s.says(s.y).sigmoid(), s.says(s.fake().detach()).sigmoid())),
    *in_g(lambda s: (lambda fake: s.want(fake, s.y, s.says(fake).sigmoid()))(s.fake())),
    step(
        lambda s: s.judge(s.says(s.y).sigmoid(), s.says(s.fake().detach()).sigmoid()),
        lambda s: (lambda fake: s.want(fake, s.y, s.says(fake).sigmoid()))(s.fake()),
    ),
)
key.wrong(
    "content_added",
    "G descends on more than the loss it was given: something is added to it.",
    "generator_loss holds content and adversary already: hand it what it asks for, and add nothing.",
    *in_g(
        lambda s: g_value(s) + (s.fake() - s.y).abs().mean(),
        lambda s: g_value(s) + 100 * (s.fake() - s.y).abs().mean(),
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
