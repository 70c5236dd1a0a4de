"""Keys of whole iterations: a step of D, then a step of G against the D of now, in one function."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from gan_course.exercises.finding import Misconception
from gan_grading.keys.key import Key, KnownMistake
from gan_grading.keys.steps import (
    NEW_OPTIMIZER,
    STALE_GRADIENTS,
    STEP_FIRST,
    WRONG_WAY,
    Step,
    StepKey,
    Value,
)

Iteration = Callable[..., tuple[float, float]]
# What is done wrong in both halves as often as in one.
IN_BOTH = (STALE_GRADIENTS, STEP_FIRST, NEW_OPTIMIZER, WRONG_WAY)


class IterationKey(Key):
    """A key made of what each of the two players minimises.

    What a step of either player can get wrong is among its known mistakes, in one half and, where that is
    likely, in both. The noise of the two halves is the same in the experiment's world, whether it is drawn
    afresh or not, so each half may draw its own.
    """

    def __init__(
        self, *, d: Value, g: Value, arguments: Sequence[str], losses: Mapping[str, int], **settings: Any
    ) -> None:
        """Begin the key.

        Args:
            d: what D minimises, from the arguments of the iteration.
            g: what G minimises.
            arguments: of the iteration, see :class:`gan_course.exercises.step_world.Setup`.
            losses: for each loss how many batches of logits it takes.
            settings: further ones of the experiment.
        """
        self.d_half, self.g_half = (
            StepKey(value=value, moves=who, arguments=arguments, losses=losses)
            for who, value in (("D", d), ("G", g))
        )
        super().__init__(
            "steps",
            right=both(self.d_half.right, self.g_half.right),
            moves=["D", "G"],
            arguments=list(arguments),
            losses=dict(losses),
            **settings,
        )

    def in_d(self, value: Value) -> Iteration:
        """Return the iteration whose D descends on another value."""
        return both(self.d_half.downhill(value), self.g_half.right)

    def in_g(self, value: Value) -> Iteration:
        """Return the iteration whose G descends on another value."""
        return both(self.d_half.right, self.g_half.downhill(value))

    @cached_property
    def _spelled_out(self) -> list[KnownMistake]:
        # That a player did not move is seen by the experiment, which also tells why: a move alone does not.
        wrong_d, wrong_g = (
            [KnownMistake(m, answer) for m, answer in half.common_mistakes(moving=True)]
            for half in (self.d_half, self.g_half)
        )
        found = list(self._declared)
        found += [
            KnownMistake(m.misconception, both(m.answer, n.answer))
            for m, n in zip(wrong_d, wrong_g, strict=True)
            if m.misconception == n.misconception and m.misconception in IN_BOTH
        ]
        found += [KnownMistake(m.misconception, both(m.answer, self.g_half.right)) for m in wrong_d]
        found += [KnownMistake(m.misconception, both(self.d_half.right, m.answer)) for m in wrong_g]
        return found

    @property
    def mistakes(self) -> list[KnownMistake]:
        """The known mistakes, the exercise's own first."""
        return self._spelled_out

    @property
    def misconceptions(self) -> tuple[Misconception, ...]:
        """Everything that may be found, each once."""
        halves = {m.id: m for key in (self.d_half, self.g_half) for m in key.misconceptions}
        return tuple({**halves, **{m.id: m for m in super().misconceptions}}.values())


def both(d_half: Step, g_half: Step) -> Iteration:
    """Return the iteration of two halves."""
    return lambda *args: (d_half(*args), g_half(*args))
