"""Key of one critic step with weight clipping (Arjovsky et al. 2017, algorithm 1, lines 5 to 7)."""

from collections.abc import Callable, Iterable
from typing import Any

import torch
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_grading.keys import Key

BEFORE_STEP = Misconception(
    "clip_before_step",
    "The weights are clipped before the step, so the step carries them out of the bounds again.",
    "The bound must hold when the critic is used next. What has the last word in your function?",
)
GRADIENT_CLIPPED = Misconception(
    "gradient_clipping",
    "You clip the gradients, not the weights.",
    "Gradient clipping limits how far one step goes; the weights can still grow step by step. What must stay in ±c?",
)
NOT_CLIPPED = Misconception(
    "not_clipped",
    "After your step there are weights outside ±c.",
    "clamp() returns a new tensor and leaves the old one as it was. Is what you clip the critic's own parameter?",
)
BIASES_LEFT = Misconception(
    "some_left_out",
    "Some of the critic's parameters are not clipped.",
    "Algorithm 1 clips w, all parameters of the critic: weights and biases of every layer.",
)
ONE_SIDE = Misconception(
    "one_side_only",
    "Your clipping works on one side only.",
    "A weight of −5 makes as steep a slope as one of +5: the bounds are −c and +c.",
)
BOUND_IGNORED = Misconception(
    "bound_ignored",
    "Your bound is not the c you are given.",
    "The caller decides how tight the bound is: use the argument c.",
)
RESCALED = Misconception(
    "rescaled",
    "You squeeze or rescale weights that were within the bounds already.",
    "Clipping leaves a weight alone unless it is outside: each one is moved to the nearest number in [−c, c].",
)
STALE_GRADIENTS = Misconception(
    "stale_gradients",
    "Gradients of an earlier step are added to those of this one.",
    "backward() adds to what is there. Clear the optimiser's gradients before it.",
)
NO_STEP = Misconception(
    "no_step",
    "The weights were clipped, but no step was taken.",
    "Check that backward() comes before optimizer.step(), and that nothing clears the gradients in between.",
)
WRONG_WAY = Misconception(
    "wrong_way",
    "The step goes up the loss.",
    "The loss you are given is to be minimised; its sign is already right.",
)
SWAPPED = Misconception(
    "swapped_values",
    "The loss received the values of real and fake samples in the wrong order.",
    "The order is loss(real_values, fake_values).",
)
SIGMOID = Misconception(
    "sigmoid_critic",
    "The critic's values pass through a sigmoid before they reach the loss.",
    "A critic's height is used as it is.",
)
NEW_OPTIMIZER = Misconception(
    "new_optimizer",
    "The step does not go on where the optimiser given stopped: its momentum is lost.",
    "Use the optimiser you are given; a new one forgets what the last one learned.",
)
TWO_STEPS = Misconception(
    "two_steps",
    "The optimiser took more than one step.",
    "One call is one step.",
)
BOTH_CLIPPED = Misconception(
    "gradients_clipped_too",
    "The weights are clipped, and the gradients as well.",
    "Only the weights are bounded here; the optimiser gets the gradient as it is.",
)

Step = Callable[..., float]


def _value(critic: nn.Module, real: torch.Tensor, fake: torch.Tensor, loss: Any) -> torch.Tensor:
    out: torch.Tensor = loss(critic(real), critic(fake))
    return out


@torch.no_grad()
def _clip(parameters: Iterable[torch.Tensor], low: float, high: float) -> None:
    for p in parameters:
        p.clamp_(low, high)


def _step(
    *,
    before: Callable[[nn.Module, float], None] | None = None,
    between: Callable[[nn.Module, float], None] | None = None,
    after: Callable[[nn.Module, float], None] | None = None,
    value: Callable[..., torch.Tensor] = _value,
    clear: bool = True,
    steps: int = 1,
) -> Step:
    """A step with something done before it, between backward and step, and after it."""

    def step(critic: nn.Module, optimizer: Any, real: Any, fake: Any, loss: Any, c: float) -> float:
        if before:
            before(critic, c)
        loss_value = value(critic, real, fake, loss)
        if clear:
            optimizer.zero_grad()
        loss_value.backward()
        if between:
            between(critic, c)
        for _ in range(steps):
            optimizer.step()
        if after:
            after(critic, c)
        return loss_value.item()

    return step


def _all(critic: nn.Module, c: float) -> None:
    _clip(critic.parameters(), -c, c)


def _fixed(bound: float) -> Callable[[nn.Module, float], None]:
    return lambda critic, c: _clip(critic.parameters(), -bound, bound)


def _only(of: Callable[[str, torch.Tensor], bool]) -> Callable[[nn.Module, float], None]:
    return lambda critic, c: _clip([p for n, p in critic.named_parameters() if of(n, p)], -c, c)


def _gradient_value(critic: nn.Module, c: float) -> None:
    nn.utils.clip_grad_value_(critic.parameters(), c)


def _gradient_norm(critic: nn.Module, c: float) -> None:
    nn.utils.clip_grad_norm_(critic.parameters(), c)


def _gradient_norm_one(critic: nn.Module, _: float) -> None:
    nn.utils.clip_grad_norm_(critic.parameters(), 1.0)


def _each(change: Callable[[torch.Tensor, float], torch.Tensor]) -> Callable[[nn.Module, float], None]:
    @torch.no_grad()
    def apply(critic: nn.Module, c: float) -> None:
        for p in critic.parameters():
            p.copy_(change(p, c))

    return apply


def _no_step(critic: nn.Module, optimizer: Any, real: Any, fake: Any, loss: Any, c: float) -> float:
    value = _value(critic, real, fake, loss)
    _all(critic, c)
    return value.item()


def _swapped(critic: nn.Module, real: Any, fake: Any, loss: Any) -> torch.Tensor:
    return _value(critic, fake, real, loss)


def _sigmoid(critic: nn.Module, real: Any, fake: Any, loss: Any) -> torch.Tensor:
    return loss(torch.sigmoid(critic(real)), torch.sigmoid(critic(fake)))  # type: ignore[no-any-return]


def _is_first(name: str, _: torch.Tensor) -> bool:
    return name.startswith("net.0")


def _rebuilt(critic: nn.Module, optimizer: Any, *rest: Any) -> float:
    """A step of an optimiser without a past, such as a new one, or one whose state is wiped."""
    new = torch.optim.SGD(critic.parameters(), lr=optimizer.param_groups[0]["lr"])
    return reference(critic, new, *rest)


reference = _step(after=_all)
KNOWN = (
    (BEFORE_STEP, _step(before=_all)),
    (BEFORE_STEP, _step(between=_all)),
    (NOT_CLIPPED, _step()),
    (GRADIENT_CLIPPED, _step(between=_gradient_value)),
    (GRADIENT_CLIPPED, _step(between=_gradient_norm)),
    (GRADIENT_CLIPPED, _step(between=_gradient_norm_one)),
    (BIASES_LEFT, _step(after=_only(lambda n, p: p.dim() > 1))),
    (BIASES_LEFT, _step(after=_only(lambda n, p: p.dim() == 1))),
    (BIASES_LEFT, _step(after=_only(_is_first))),
    (BIASES_LEFT, _step(after=_only(lambda n, p: not _is_first(n, p)))),
    (BIASES_LEFT, _step(after=_only(lambda n, p: p.requires_grad))),
    (BIASES_LEFT, _step(after=_only(lambda n, p: p.grad is not None))),
    (ONE_SIDE, _step(after=lambda critic, c: _clip(critic.parameters(), -float("inf"), c))),
    (ONE_SIDE, _step(after=lambda critic, c: _clip(critic.parameters(), -c, float("inf")))),
    (ONE_SIDE, _step(after=lambda critic, c: _clip(critic.parameters(), 0.0, c))),
    (ONE_SIDE, _step(after=lambda critic, c: _clip(critic.parameters(), -c, 0.0))),
    *((BOUND_IGNORED, _step(after=_fixed(b))) for b in (0.01, 0.1, 1.0, 0.05, 0.5)),
    (BOUND_IGNORED, _step(after=lambda critic, c: _clip(critic.parameters(), -2 * c, 2 * c))),
    (BOUND_IGNORED, _step(after=lambda critic, c: _clip(critic.parameters(), -c / 2, c / 2))),
    (RESCALED, _step(after=_each(lambda p, c: c * torch.tanh(p)))),
    (RESCALED, _step(after=_each(lambda p, c: c * torch.tanh(p / c)))),
    (RESCALED, _step(after=_each(lambda p, c: c * torch.sign(p)))),
    (RESCALED, _step(after=_each(lambda p, c: p * (c / p.norm()).clamp_max(1.0)))),
    (RESCALED, _step(after=_each(lambda p, c: p * c / p.norm()))),
    (RESCALED, _step(after=_each(lambda p, c: p * (c / p.abs().max()).clamp_max(1.0)))),
    (RESCALED, _step(after=_each(lambda p, c: p * c / p.abs().max()))),
    (RESCALED, _step(after=_each(lambda p, c: p * c))),
    (RESCALED, _step(after=_each(lambda p, c: torch.where(p.abs() > c, torch.zeros_like(p), p)))),
    (ONE_SIDE, _step(after=lambda critic, c: _clip(critic.parameters(), c, float("inf")))),
    (STALE_GRADIENTS, _step(after=_all, clear=False)),
    (NO_STEP, _no_step),
    (NO_STEP, lambda *given: 0.0),
    (WRONG_WAY, _step(after=_all, value=lambda *a: -_value(*a))),
    (SWAPPED, _step(after=_all, value=_swapped)),
    (SIGMOID, _step(after=_all, value=_sigmoid)),
    (TWO_STEPS, _step(after=_all, steps=2)),
    (NEW_OPTIMIZER, _rebuilt),
    (BOTH_CLIPPED, _step(between=_gradient_value, after=_all)),
    (BOTH_CLIPPED, _step(between=_gradient_norm, after=_all)),
    (BOTH_CLIPPED, _step(between=_gradient_norm_one, after=_all)),
    (STALE_GRADIENTS, _step(clear=False)),
    (BEFORE_STEP, _step(before=_all, clear=False)),
)
key = Key(
    "critics",
    right=reference,
    arguments=["critic", "optimizer", "real", "fake", "loss", "c"],
    criterion="a step, then the bounds",
    steps=[[[0.3, 0.4], [0.2, 0.28], [0.01, 0.05], [5.0, 6.0]], [[0.3, 0.4]]],
    frozen="net.0.weight",
)
for misconception, answer in KNOWN:
    key.also(misconception, answer)
