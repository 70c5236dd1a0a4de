"""What the keys of sums over distributions share: any base, the slips in it, and mistakes in common."""

import math
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import torch

from gan_course.exercises.finding import Misconception
from gan_grading.keys.key import Key, KnownMistake

Form = Callable[..., torch.Tensor]

WRONG_BASE = Misconception(
    "wrong_base",
    "Your logarithm does not have the base that was given.",
    "The base is the last argument: 2 for bits, e for nats. How is a natural logarithm turned into another one?",
)
NOT_ONE_NUMBER = Misconception(
    "not_one_number",
    "You return one number per outcome.",
    "One number describes the whole distribution: what every outcome contributes has to be added up.",
)
MEAN_FOR_SUM = Misconception(
    "mean_for_sum",
    "You take a mean over the outcomes where the formula has a sum.",
    "The probabilities are the weights of the average, and they add up to 1 already.",
)
NOT_WEIGHTED = Misconception(
    "not_weighted",
    "Every outcome counts the same in your average.",
    "An outcome that happens twice as often surprises you twice as often.",
)
BINARY = Misconception(
    "binary",
    "You add a term of 1 − p for every outcome.",
    "That term belongs to a coin, where 1 − p is the other outcome. Here every outcome is in the list.",
)
NO_LOG = Misconception(
    "no_logarithm",
    "A logarithm is missing.",
    "A surprise is a logarithm. If you call a library function, does it expect probabilities or their logarithms?",
)
CLIPPED = Misconception(
    "clipped",
    "Small probabilities are clipped, or a number is added to them.",
    "The logarithm needs no help anywhere above 0, however close to it.",
    share=0.5,
)
NAN_AT_ZERO = Misconception(
    "nan_at_zero",
    "The result is NaN, infinite, wrong or an error where an outcome has probability 0.",
    "An outcome that never happens adds nothing: its whole term counts as 0. In floating point 0·log 0 is NaN "
    "unless you say so.",
    share=0.5,
)


IN_BITS = Misconception(
    "in_bits",
    "That is the value in bits.",
    "The losses of deep learning use natural logarithms: the answer is asked in nats.",
)


def entropy(p: torch.Tensor) -> torch.Tensor:
    """In nats."""
    return -torch.xlogy(p, p).sum()


def cross(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    """In nats."""
    return -torch.xlogy(p, q).sum()


def kl(p: torch.Tensor, q: torch.Tensor) -> torch.Tensor:
    """In nats."""
    return (torch.xlogy(p, p) - torch.xlogy(p, q)).sum()


def clip(p: torch.Tensor, at: float) -> torch.Tensor:
    """Keep what is at least ``at``."""
    return p.clamp(at, 1.0)


class Sums(Key):
    """A key whose answers may be written in nats: the base, and every slip in it, is added.

    Attributes:
        takes: how many arguments come before the base.
    """

    def __init__(self, *, right: Form, takes: int, **settings: Any) -> None:
        """Begin the key of a form in nats.

        Args:
            right: the right form, without a base.
            takes: how many arguments come before the base.
            settings: of the experiment.
        """
        super().__init__("values", right=in_base(right, takes), **settings)
        self.takes, self._form = takes, right
        self._forms: list[tuple[Misconception, Form]] = []
        self._last: list[KnownMistake] = []
        self.also(WRONG_BASE)

    def nats(self, misconception: Misconception, *forms: Form) -> None:
        """Add wrong forms in nats."""
        self.also(misconception)
        self._forms += [(misconception, form) for form in forms]

    def last(self, misconception: Misconception, *answers: Form) -> None:
        """Add wrong answers, base and all, that are tried after everything else."""
        self.also(misconception)
        self._last += [KnownMistake(misconception, answer) for answer in answers]

    @cached_property
    def _spelled_out(self) -> list[KnownMistake]:
        """Every wrong form in the base asked for; then the right one and these in a wrong base."""
        known = [KnownMistake(m, in_base(form, self.takes)) for m, form in self._forms]
        known += [KnownMistake(WRONG_BASE, form) for form in _wrong_bases(self._form, self.takes)]
        known += self._declared + self._last
        for m, form in self._forms:
            known += [KnownMistake(m, slipped) for slipped in _wrong_bases(form, self.takes)[:3]]
        return known

    @property
    def mistakes(self) -> list[KnownMistake]:
        """The known mistakes, the plainest first."""
        return self._spelled_out


def in_base(form: Form, takes: int, default: float = 2.0) -> Form:
    """Return a form in nats as a function whose last argument is the base."""

    def answer(*args: Any) -> torch.Tensor:
        base = args[takes] if len(args) > takes else default
        return form(*args[:takes]) / math.log(base)

    return answer


def _wrong_bases(form: Form, takes: int) -> Sequence[Form]:
    """Return a form in nats with every usual slip in its base."""

    def slip(change: Callable[[torch.Tensor, float], torch.Tensor]) -> Form:
        def answer(*args: Any) -> torch.Tensor:
            return change(form(*args[:takes]), args[takes] if len(args) > takes else 2.0)

        return answer

    return [
        slip(lambda nats, base: nats),
        slip(lambda nats, base: nats / math.log(2)),
        slip(lambda nats, base: nats * math.log(base)),
        slip(lambda nats, base: nats / math.log(10)),
        slip(lambda nats, base: nats / base),
        slip(lambda nats, base: nats * base),
        slip(lambda nats, base: nats / math.log(2) if base == 2 else nats),
        slip(lambda nats, base: nats / math.log(int(base))),
        in_base(form, takes, default=math.e),
        in_base(form, takes, default=10.0),
    ]


def without_base(*given: Any) -> dict[str, Any]:
    """Return the part of the experiment that leaves the base out."""
    return {
        "criterion": "without a base, bits",
        "cases": [{"on": "a call without a base", "given": list(given), "instead": [*given, 2.0]}],
        "otherwise": WRONG_BASE.id,
        "goes_on": True,
    }
