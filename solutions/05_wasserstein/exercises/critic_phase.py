"""Key of the critic's phase: n_critic times a step with the penalty, then what is done after a step."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import nn

from gan_course.exercises.finding import Misconception
from gan_grading.keys import Key

N_CRITIC = Misconception(
    "n_critic_wrong",
    "The critic did not take n_critic steps.",
    "n_critic counts the critic's steps before G moves once; the better the critic, the truer the slope G gets.",
)
STALE_BATCH = Misconception(
    "stale_batch",
    "The critic saw the same real batch in several steps.",
    "Each of the n_critic steps draws a new batch: call sample_real() inside the loop.",
)
STALE_NOISE = Misconception(
    "stale_noise",
    "The critic saw the same fakes in several steps.",
    "Draw z inside the loop, so that every step sees new fakes.",
)
SUBTRACTED = Misconception(
    "penalty_subtracted",
    "The penalty is subtracted: the critic is rewarded for breaking the rule.",
    "The loss goes down, and a penalty must stand in its way. Which sign does it need?",
)
PENALTY_LEFT_OUT = Misconception(
    "penalty_left_out",
    "The penalty does not change where the critic goes.",
    "penalty(critic, real, fake) is a number with a gradient. It has to be part of what you call backward() on.",
)
PENALTY_ARGUMENTS = Misconception(
    "penalty_arguments",
    "The penalty did not get the critic, the real batch and the fakes, in this order.",
    "It is called penalty(critic, real, fake), with the very batches of this step.",
)
PENALTY_ONCE = Misconception(
    "penalty_once",
    "The penalty enters some steps only, or its gradient is used after the step.",
    "Every step of the critic minimises loss + penalty: one sum, one backward().",
)
AFTER_BEFORE = Misconception(
    "clip_before_step",
    "after_step is called before the step, so the step has the last word.",
    "As its name says: first the optimiser moves the weights, then after_step(critic) sees them.",
)
AFTER_MISSING = Misconception(
    "after_step_missing",
    "after_step is never called on the critic, or not after every step.",
    "Inside the loop, behind optimizer.step(): the bound must hold before the critic is asked again.",
)
STALE_GRADIENTS = Misconception(
    "stale_gradients",
    "Gradients of an earlier step are added to those of this one.",
    "backward() adds to what is there. Clear the optimiser's gradients in every step, before it.",
)
NO_STEP = Misconception(
    "no_step",
    "The optimiser you were given took no step.",
    "Check that backward() comes before optimizer.step(), and that nothing clears the gradients in between.",
)
WRONG_WAY = Misconception(
    "wrong_way",
    "The critic went up its loss.",
    "The sign is already in the loss: it is minimised.",
)
SWAPPED = Misconception(
    "swapped_values",
    "The loss received the values of real and fake samples in the wrong order.",
    "The order is loss(real_values, fake_values).",
)
REAL_AS_FAKE = Misconception(
    "real_as_fake",
    "One of the two batches is used twice.",
    "The critic must be shown both: real samples, and x = G(z).",
)
SIGMOID = Misconception(
    "sigmoid_critic",
    "The critic's values pass through a sigmoid before they reach the loss.",
    "A critic's height is used as it is.",
)
CUT = Misconception(
    "one_sided",
    "Only one kind of sample taught the critic.",
    "Only the fakes themselves are held constant. The critic's work on both batches must stay in the graph.",
)
SCALED = Misconception(
    "scaled_loss",
    "The critic descends on a multiple of what it was given.",
    "Loss and penalty come as they should be minimised. Nothing multiplies or divides either of them.",
)
NEW_OPTIMIZER = Misconception(
    "new_optimizer",
    "The phase does not go on where the optimiser given stopped: its momentum is lost.",
    "Use the optimiser you are given; a new one forgets what the last one learned.",
)


@dataclass(frozen=True)
class Way:
    """One way to play the phase; the defaults are right.

    Attributes:
        total: what is minimised, of loss value and penalty.
        values: the critic's two batches of values.
        batches: what the penalty is given.
        count: steps, of n_critic.
        order: when after_step is called.
        fresh: what is drawn in every step: "both", "real", "fake" or "none".
        clear: "always", "once" or "never".
    """

    total: Callable[[torch.Tensor, torch.Tensor], torch.Tensor] = lambda value, penalty: value + penalty
    values: Callable[[nn.Module, Any, Any], tuple[Any, Any]] = lambda f, real, fake: (f(real), f(fake))
    batches: Callable[[Any, Any], tuple[Any, Any]] = lambda real, fake: (real, fake)
    count: Callable[[int], int] = lambda n: n
    order: str = "after"
    fresh: str = "both"
    clear: str = "always"
    steps: int = 1

    def __call__(
        self,
        g: Any,
        f: Any,
        opt: Any,
        sample_real: Any,
        noise: Any,
        loss: Any,
        penalty: Any,
        after: Any,
        n: int,
    ) -> float:
        """Play the phase."""
        real = sample_real()
        fake = g(noise(len(real))).detach()
        value = torch.zeros(())
        if self.clear == "once":
            opt.zero_grad()
        if self.order == "before loop":
            after(f)
        for i in range(self.count(n)):
            if i and self.fresh in ("both", "real"):
                real = sample_real()
            if i and self.fresh in ("both", "fake"):
                fake = g(noise(len(real))).detach()
            value = self._one(f, opt, real, fake, loss, penalty, after)
        if self.order == "after loop":
            after(f)
        return float(value)

    def _one(
        self, f: Any, opt: Any, real: Any, fake: Any, loss: Any, penalty: Any, after: Any
    ) -> torch.Tensor:
        if self.order == "before forward":
            after(f)
        value: torch.Tensor = loss(*self.values(f, real, fake))
        total = self.total(value, penalty(f, *self.batches(real, fake)))
        if self.order == "before backward":
            after(f)
        if self.clear == "always":
            opt.zero_grad()
        total.backward()
        if self.order == "before":
            after(f)
        for _ in range(self.steps):
            opt.step()
        if self.order == "after":
            after(f)
        return value.detach()


def _rebuilt(make: Callable[..., torch.optim.Optimizer]) -> Callable[..., float]:
    def phase(g: Any, f: Any, opt: Any, *rest: Any) -> float:
        return reference(g, f, make(f.parameters(), lr=opt.param_groups[0]["lr"]), *rest)

    return phase


def _accumulated(
    g: Any, f: Any, opt: Any, sample_real: Any, noise: Any, loss: Any, penalty: Any, after: Any, n: int
) -> float:
    """Gradients of all steps added up, and one step at the end."""
    opt.zero_grad()
    value = torch.zeros(())
    for _ in range(n):
        real = sample_real()
        fake = g(noise(len(real))).detach()
        value = loss(f(real), f(fake))
        (value + penalty(f, real, fake)).backward()
    opt.step()
    after(f)
    return float(value)


def _shared(g: Any, f: Any, *rest: Any) -> float:
    """Every step on an n-th of its loss."""
    return Way(total=lambda v, p: (v + p) / rest[-1])(g, f, *rest)


def _always(count: int, _: int) -> int:
    return count


def _sigmoid(f: Any, real: Any, fake: Any) -> tuple[Any, Any]:
    return torch.sigmoid(f(real)), torch.sigmoid(f(fake))


def _scaled(by: float, penalty_by: float) -> Way:
    return Way(total=partial(lambda a, b, v, p: a * v + b * p, by, penalty_by))


reference = Way()
KNOWN = (
    (N_CRITIC, Way(count=lambda n: 1)),
    (AFTER_BEFORE, Way(order="before")),
    (AFTER_BEFORE, Way(order="before forward")),
    (AFTER_BEFORE, Way(order="before backward")),
    (AFTER_MISSING, Way(order="never")),
    (AFTER_MISSING, Way(order="after loop")),
    (AFTER_MISSING, Way(order="before loop")),
    (SUBTRACTED, Way(total=lambda v, p: v - p)),
    (PENALTY_LEFT_OUT, Way(total=lambda v, p: v)),
    (PENALTY_LEFT_OUT, Way(total=lambda v, p: v + p.detach())),
    (PENALTY_LEFT_OUT, Way(total=lambda v, p: p)),
    (PENALTY_ARGUMENTS, Way(batches=lambda real, fake: (fake, real))),
    (PENALTY_ARGUMENTS, Way(batches=lambda real, fake: (real, real))),
    (PENALTY_ARGUMENTS, Way(batches=lambda real, fake: (fake, fake))),
    (STALE_BATCH, Way(fresh="fake")),
    (STALE_NOISE, Way(fresh="real")),
    (STALE_BATCH, Way(fresh="none")),
    (STALE_GRADIENTS, Way(clear="never")),
    (STALE_GRADIENTS, Way(clear="once")),
    (WRONG_WAY, Way(total=lambda v, p: -(v + p))),
    (WRONG_WAY, Way(total=lambda v, p: -v + p)),
    (WRONG_WAY, Way(total=lambda v, p: -v)),
    (SWAPPED, Way(values=lambda f, real, fake: (f(fake), f(real)))),
    (REAL_AS_FAKE, Way(values=lambda f, real, fake: (f(real), f(real)))),
    (REAL_AS_FAKE, Way(values=lambda f, real, fake: (f(fake), f(fake)))),
    (SIGMOID, Way(values=_sigmoid)),
    (CUT, Way(values=lambda f, real, fake: (f(real), f(fake).detach()))),
    (CUT, Way(values=lambda f, real, fake: (f(real).detach(), f(fake)))),
    (N_CRITIC, Way(count=lambda n: n + 1)),
    (N_CRITIC, Way(count=lambda n: max(1, n - 1))),
    (N_CRITIC, Way(count=lambda n: n - 1)),
    *((N_CRITIC, Way(count=partial(_always, k))) for k in (2, 3, 4, 5, 10)),
    (N_CRITIC, Way(steps=2)),
    (N_CRITIC, _accumulated),
    (SCALED, _shared),
    *(
        (SCALED, _scaled(a, b))
        for a, b in ((1, 10), (1, 0.1), (1, 2), (1, 0.5), (0.5, 0.5), (2, 2), (0.5, 1))
    ),
    *((NEW_OPTIMIZER, _rebuilt(make)) for make in (torch.optim.SGD, torch.optim.Adam, torch.optim.RMSprop)),
    (NO_STEP, Way(steps=0)),
    (NO_STEP, Way(steps=0, order="never")),
    (N_CRITIC, Way(count=lambda n: 1, order="never")),
    (AFTER_MISSING, Way(order="never", total=lambda v, p: v)),
    (STALE_GRADIENTS, Way(order="never", clear="never")),
)
key = Key(
    "critics",
    right=reference,
    arguments=[
        "generator",
        "critic",
        "optimizer",
        "sample_real",
        "noise",
        "loss",
        "penalty",
        "after_step",
        "n_critic",
    ],
    criterion="where the critic is after its phase",
    steps=[[3, 2], [1, 6]],
)
for misconception, answer in KNOWN:
    key.also(misconception, answer)
key.wrong(
    "wrong_return",
    "The number you return is not the loss of the last step, without the penalty.",
    "Its negative is the critic's estimate of the distance; with the penalty added it no longer is one, and after "
    "the step it is another critic's.",
    share=0.4,
)
