"""Keys of whole training runs: the loop of Algorithm 1 with its two steps, and the many ways to get it wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import SimpleNamespace
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_course.exercises.step_misconceptions import STALE_NOISE
from gan_grading.keys.key import Key, KnownMistake
from gan_grading.keys.steps import (
    NEW_OPTIMIZER,
    ONE_Z,
    STALE_GRADIENTS,
    STEP_FIRST,
    SWAPPED_LOGITS,
    TWO_STEPS,
)

Tensors = tuple[torch.Tensor, ...]


@dataclass(frozen=True)
class Game:
    """One way to write the run. Every field is a choice; what a key gives is the right one.

    Attributes:
        arguments: names of what the run takes, in order.
        d_loss: what D minimises, of the batches of logits it gave.
        g_loss: what G minimises, of D's logits on fakes.
        judged: the batches of logits of D's step, of the state of the run.
        shared: whether the fakes of D's step serve G's step too.
        counts: D steps an iteration, G steps an iteration and iterations, of (steps, k).
        g_first: whether G moves first.
        real: when a batch is drawn: "step", "iteration", "once".
        z: when noise is drawn: "step" for each step of a player, "d" for D's steps alone, "iteration", "once".
        one_z: whether one vector is drawn for a whole batch.
        detached: whether D's step holds the fakes constant.
        lines: what each of the two steps does, in order: clear, backward, step; "own" clears that player alone.
        moves: whose optimiser D's step uses, and whose G's step.
        rebuilt: whether every step makes an optimiser of its own.
        old_d: whether G learns from logits of before D's step.
        begin: called before the first iteration, with the state.
        after: called after each iteration.
        result: what is returned, of the state.
    """

    arguments: tuple[str, ...]
    d_loss: Callable[..., torch.Tensor]
    g_loss: Callable[[torch.Tensor], torch.Tensor]
    judged: Callable[[Any], Tensors]
    shared: bool = False
    counts: Callable[[int, int], tuple[int, int, int]] = lambda steps, k: (k, 1, steps)
    g_first: bool = False
    real: str = "step"
    z: str = "step"
    one_z: bool = False
    detached: bool = True
    lines: tuple[str, str] = ("clear backward step", "clear backward step")
    moves: tuple[str, str] = ("d", "g")
    rebuilt: bool = False
    old_d: bool = False
    begin: Callable[[Any], Any] = field(default=lambda s: None)
    after: Callable[[Any], Any] = field(default=lambda s: None)
    result: Callable[[Any], Any] = field(default=lambda s: s.values)

    def __call__(self, *args: Any) -> Any:
        """Play the run."""
        s = SimpleNamespace(**{"k": 1, **dict(zip(self.arguments, args, strict=True))})
        s.values, s.x, s.y, s.z = [], None, None, None
        d_steps, g_steps, iterations = self.counts(s.steps, s.k)
        self.begin(s)
        for _ in range(iterations):
            s.fresh_real, s.fresh_z = self.real == "iteration", self.z == "iteration"
            for half in "gd" if self.g_first else "dg":
                for _ in range(d_steps if half == "d" else g_steps):
                    (self._d_step if half == "d" else self._g_step)(s)
            s.values.append(s.value)
            self.after(s)
        return self.result(s)

    def _draw(self, s: Any, real: bool) -> None:
        if (real and self.real == "step") or s.fresh_real or s.x is None:
            batch = s.sample_real()
            s.x, s.y = batch if isinstance(batch, tuple) else (batch, None)
            s.fresh_real = False
        if self.z == "step" or (real and self.z == "d") or s.fresh_z or s.z is None:
            s.z = s.noise(1).expand(len(s.x), -1) if self.one_z else s.noise(len(s.x))
            s.fresh_z = False

    def _d_step(self, s: Any) -> None:
        self._draw(s, real=True)
        s.made = made(s, s.z, s.y)
        s.fake = s.made.detach() if self.detached else s.made
        loss = self.d_loss(*self.judged(s))
        s.value = loss.item()
        if self.old_d:
            weights = list(s.generator.parameters())
            s.old = zip(
                weights, torch.autograd.grad(self.g_loss(asked(s, s.made, s.y)), weights), strict=True
            )
        self._descend(s, loss, 0)

    def _g_step(self, s: Any) -> None:
        if not self.shared or self.g_first:
            self._draw(s, real=False)
            s.made = made(s, s.z, s.y)
        if not self.old_d:
            self._descend(s, self.g_loss(asked(s, s.made, s.y)), 1)
            return
        for weight, slope in s.old:
            weight.grad = slope
        s.g_optimizer.step()

    def _descend(self, s: Any, loss: torch.Tensor, half: int) -> None:
        optimizers = [self._optimizer(s, who) for who in self.moves[half]]
        for line in self.lines[half].split():
            if line == "backward":
                loss.backward(retain_graph=True)
                continue
            for optimizer in [self._optimizer(s, "dg"[half])] if line == "own" else optimizers:
                optimizer.step() if line == "step" else optimizer.zero_grad()

    def _optimizer(self, s: Any, who: str) -> torch.optim.Optimizer:
        given = {"d": s.d_optimizer, "g": s.g_optimizer}[who]
        if self.rebuilt:
            return torch.optim.SGD(given.param_groups[0]["params"], lr=given.param_groups[0]["lr"])
        return given  # type: ignore[no-any-return]


def made(s: Any, z: torch.Tensor, y: torch.Tensor | None) -> torch.Tensor:
    """Return what G makes of noise, and of labels where there are any."""
    return s.generator(z) if y is None else s.generator(z, y)  # type: ignore[no-any-return]


def asked(s: Any, x: torch.Tensor, y: torch.Tensor | None) -> torch.Tensor:
    """Return D's logits of samples, and of labels where there are any."""
    return s.discriminator(x) if y is None else s.discriminator(x, y)  # type: ignore[no-any-return]


STALE_BATCH = Misconception(
    "stale_batch",
    "D saw the same real batch in several steps.",
    "Every step of D draws a new minibatch: where does your line with sample_real() stand?",
)
REUSED_NOISE = Misconception(
    "noise_of_d",
    "G's step used the noise of D's step again.",
    "The box says a second time: sample noise. G is judged on samples that D has not just been trained on.",
)
NOT_REUSED = Misconception(
    "fakes_made_twice",
    "G was called twice in an iteration, and what batch norm stores has moved twice.",
    "The text asks for one call of G an iteration: the same fakes, cut off for D's half and not for G's.",
)
WRONG_COUNT = Misconception(
    "wrong_iterations",
    "The number of iterations is not `steps`, or a player takes another number of steps in them.",
    "Walk through your loops for steps = 2 with a pencil: who moves when, and how often?",
)
WRONG_K = Misconception(
    "wrong_k",
    "The k steps are not those of D alone.",
    "In each iteration D takes k steps and G one.",
)
G_FIRST = Misconception(
    "generator_first",
    "G moved before D.",
    "G answers the D of now: D's part of the iteration comes first.",
)
OLD_D = Misconception(
    "old_discriminator",
    "G learned from what D had said before D's step.",
    "The players take turns. After its step D must judge fakes again, and G learns from those logits.",
)
SWAPPED = Misconception(
    "optimizers_swapped",
    "An optimiser moved the player that it should not.",
    "Each optimiser owns one network's weights: d_optimizer steps in D's part, g_optimizer in G's, and nowhere else.",
)
REACHES_G = Misconception(
    "d_loss_reaches_g",
    "G moved on D's loss as well: gradients of D's step were still in G when G stepped.",
    "Detach the fakes in D's step, or clear G's gradients right before G's own backward pass.",
)
D_BACKWARDS = Misconception(
    "d_wrong_way",
    "D moves the wrong way: it learns to take fakes for real.",
    "Optimisers go downhill. The box climbs: which sign turns one into the other?",
)
G_BACKWARDS = Misconception(
    "g_wrong_way",
    "G moves the wrong way: it makes its fakes easier to catch.",
    "Ask of a single fake: should its logit rise or fall when G has its way? Then look at the sign of your loss.",
)
REDUCED = Misconception(
    "not_the_mean",
    "A player's step is too long or too short: its loss is a multiple of what the box says.",
    "Each expectation is the mean over its own minibatch, and the factors are those that are written.",
)
ONE_KIND = Misconception(
    "one_kind_only",
    "D learns from one kind of sample alone.",
    "D's loss has a term for each kind. Which one has no path to D's weights in your code?",
)


def no_clear(who: int) -> tuple[str, str]:
    """Lines of both steps, without clearing in one of them, or in both."""
    clear, none = "clear backward step", "backward step"
    return (none if who != 1 else clear, none if who != 0 else clear)


class GameKey(Key):
    """A key of a whole run, with what every run can get wrong after what the exercise declares itself."""

    def __init__(self, game: Game, **settings: Any) -> None:
        """Begin the key.

        Args:
            game: the right run.
            settings: further ones of the experiment.
        """
        super().__init__("training_runs", right=game, arguments=list(game.arguments), **settings)
        self.game = game

    def having(self, **choices: Any) -> Game:
        """Return the run with other choices."""
        return replace(self.game, **choices)

    def _common(self) -> Sequence[tuple[Misconception, Game]]:
        game, d_loss, g_loss = self.game, self.game.d_loss, self.game.g_loss
        found = [(STALE_GRADIENTS, self.having(lines=no_clear(who))) for who in (0, 1, 2)]
        found += [
            (STEP_FIRST, self.having(lines=("step clear backward",) * 2)),
            (STEP_FIRST, self.having(lines=("clear step backward",) * 2)),
            (D_BACKWARDS, self.having(d_loss=lambda *a: -d_loss(*a))),
            (G_BACKWARDS, self.having(g_loss=lambda a: -g_loss(a))),
            (SWAPPED, self.having(moves=("g", "d"))),
            (SWAPPED, self.having(moves=("d", "dg"))),
            (SWAPPED, self.having(moves=("d", "dg"), lines=("own backward step",) * 2)),
            (SWAPPED, self.having(moves=("dg", "dg"))),
            (SWAPPED, self.having(moves=("d", "dg"), lines=("clear backward step", "backward step"))),
            (REACHES_G, self.having(detached=False, lines=("clear backward step", "backward step"))),
            (STALE_BATCH, self.having(real="once")),
            (STALE_NOISE, self.having(z="once")),
            (ONE_Z, self.having(one_z=True)),
            (OLD_D, self.having(old_d=True)),
            (G_FIRST, self.having(g_first=True)),
            (NEW_OPTIMIZER, self.having(rebuilt=True)),
            (TWO_STEPS, self.having(lines=("clear backward step step",) * 2)),
        ]
        counts_here = WRONG_COUNTS[: 4 if game.shared else 5]  # shared fakes cannot be judged twice
        found += [(WRONG_COUNT, self.having(counts=counts)) for counts in counts_here]
        factors = ((2.0, 1.0), (0.5, 1.0), (1.0, 2.0), (1.0, 0.5), (0.5, 0.5), (5.0, 5.0), (0.2, 0.2))
        found += [
            (
                REDUCED,
                self.having(d_loss=lambda *a, f=of_d: f * d_loss(*a), g_loss=lambda a, f=of_g: f * g_loss(a)),
            )
            for of_d, of_g in factors
        ]
        if game.shared:
            found.append((NOT_REUSED, self.having(shared=False, z="iteration")))
            return found
        found.append((SWAPPED, self.having(moves=("g", "d"), lines=("own backward step",) * 2)))
        found += [(REUSED_NOISE, self.having(z=when)) for when in ("d", "iteration")]
        if "k" in game.arguments:
            found += [(WRONG_K, self.having(counts=counts)) for counts in WRONG_KS]
            found.append((STALE_BATCH, self.having(real="iteration")))
        return found

    @cached_property
    def _spelled_out(self) -> list[KnownMistake]:
        return [*self._declared, *(KnownMistake(m, game) for m, game in self._common())]

    @property
    def mistakes(self) -> list[KnownMistake]:
        """The known mistakes, the exercise's own first."""
        return self._spelled_out

    @property
    def misconceptions(self) -> tuple[Misconception, ...]:
        """Everything that may be found, each once."""
        shared = {m.id: m for m, _ in self._common()}
        return tuple({**shared, **{m.id: m for m in super().misconceptions}}.values())


WRONG_COUNTS: tuple[Callable[[int, int], tuple[int, int, int]], ...] = (
    lambda steps, k: (k, 1, steps + 1),
    lambda steps, k: (k, 1, max(1, steps - 1)),
    lambda steps, k: (k, 1, 1),
    lambda steps, k: (k + 1, 1, steps),
    lambda steps, k: (k, 2, steps),
)
WRONG_KS: tuple[Callable[[int, int], tuple[int, int, int]], ...] = (
    lambda steps, k: (1, 1, steps),
    lambda steps, k: (1, 1, steps * k),
    lambda steps, k: (1, k, steps),
    lambda steps, k: (k, k, steps),
    lambda steps, k: (steps, 1, k),
)
__all__ = ["D_BACKWARDS", "G_BACKWARDS", "ONE_KIND", "SWAPPED_LOGITS", "Game", "GameKey", "asked", "made"]
