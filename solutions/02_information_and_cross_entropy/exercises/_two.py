"""What the keys of cross-entropy and divergence share: both compare p with q, and let a gradient reach q."""

import math
from typing import Any

from gan_course.exercises.experiments.values import NAN_SLOPE
from gan_course.exercises.finding import Misconception
from gan_course.exercises.values import DETACHED

from ._shared import CLIPPED, NAN_AT_ZERO, NOT_ONE_NUMBER, Form, Sums, in_base, without_base

SIGN = Misconception(
    "sign",
    "The sign is turned round.",
    "Work one outcome by hand: a probability below 1 has a negative logarithm, and the result is never negative.",
)
SWAPPED = Misconception(
    "swapped",
    "p and q have changed places.",
    "Outcomes happen as p, the first argument, says. Whose logarithm tells how much they surprise?",
)
ENTROPY_ONLY = Misconception(
    "entropy_only",
    "You return entropies only: no term holds both of the distributions.",
    "One distribution says how often each outcome happens, the other how much it surprises.",
)
FINITE = Misconception(
    "finite_where_impossible",
    "The result is not infinite where q gives probability 0 to something that p produces.",
    "What was taken for impossible surprises without bound. Clipping q, adding a small number or dropping the "
    "term hides that.",
    share=0.5,
)
FIRST, SECOND = {"is": [0.5, 0.5]}, {"is": [0.25, 0.75]}


def drawn(size: Any, *zeros: int) -> dict[str, Any]:
    """A distribution to draw, 0 at the given places."""
    return {"draw": "distribution", "shape": [size], "zeros": list(zeros), "low": 1e-3}


def _case(on: str, base: float, size: Any) -> dict[str, Any]:
    given = [drawn("K"), drawn("K"), base]
    return {"on": on, "given": given, "sizes": {"K": size}, "slopes": [1], "through": "softmax"}


def _itself(on: str, base: float) -> dict[str, Any]:
    return {"on": on, "given": [drawn("K"), {"like": 0}, base], "sizes": {"K": [3, 6]}}


MAIN: dict[str, Any] = {
    "criterion": "value and slope in q",
    "cases": [
        {
            "on": "p = (1/2, 1/2), q = (1/4, 3/4) in bits",
            "given": [FIRST, SECOND, 2.0],
            "slopes": [1],
            "through": "softmax",
        },
        _case("a few outcomes, base e", math.e, [3, 6]),
        _case("26 outcomes in bits", 2.0, {"hidden": 26, "public": 9}),
        _case("several outcomes, base 10", 10.0, [7, 8]),
        _itself("p twice, in bits", 2.0),
        _itself("p twice, base e", math.e),
    ],
}
ZEROS: dict[str, Any] = {
    "criterion": "probabilities that are exactly 0",
    "cases": [
        {
            "on": "p = (1/2, 0, 1/2), q = (1/4, 1/4, 1/2) in bits",
            "given": [{"is": [0.5, 0.0, 0.5]}, {"is": [0.25, 0.25, 0.5]}, 2.0],
        },
        {"on": "6 outcomes, 2 impossible in p", "given": [drawn(6, 1, 4), drawn(6), math.e]},
        {
            "on": "6 outcomes, 2 impossible in both",
            "given": [drawn(6, 0, 3), drawn(6, 0, 3), 2.0],
        },
    ],
    "otherwise": NAN_AT_ZERO.id,
    "named": False,
    "goes_on": True,
}
LEARNS: dict[str, Any] = {
    "criterion": "a gradient reaches q where p is 0",
    "cases": [{**case, "slopes": [1], "through": "softmax"} for case in ZEROS["cases"][:2]],
    "otherwise": NAN_SLOPE.id,
    "after": ZEROS["criterion"],
    "named": False,
    "goes_on": True,
}
NEVER: dict[str, Any] = {
    "criterion": "what q calls impossible",
    "cases": [
        # In nats, where a huge number put in the place of ∞ does not overflow to ∞ after all.
        {
            "on": "p = (1/2, 1/2), q = (1, 0), base e",
            "given": [{"is": [0.5, 0.5]}, {"is": [1.0, 0.0]}, math.e],
        },
        {"on": "5 outcomes, 1 impossible in q", "given": [drawn(5), drawn(5, 4), math.e]},
        {
            "on": "p = (10⁻⁷, 1), q = (0, 1), base e",  # rare is not never
            "given": [{"is": [1e-7, 1.0]}, {"is": [0.0, 1.0]}, math.e],
        },
    ],
    "otherwise": FINITE.id,
    "named": False,
    "goes_on": True,
}
SMALL: dict[str, Any] = {
    "criterion": "beliefs that are small and not 0",
    "cases": [
        {
            "on": "p = (1/2, 1/2), q = (2·10⁻⁷, 1) in bits",
            "given": [{"is": [0.5, 0.5]}, {"is": [2e-7, 1.0]}, 2.0],
        },
        {
            "on": "p = (1, 0), q = (0.9999, 0.0001), base e",
            "given": [{"is": [1.0, 0.0]}, {"is": [0.9999, 1e-4]}, math.e],
        },
    ],
    "otherwise": CLIPPED.id,
    "named": False,
    "goes_on": True,
}


class TwoDistributions(Sums):
    """A key whose answers compare p with q."""

    def __init__(self, right: Form) -> None:
        """Begin the key of a form in nats."""
        super().__init__(
            right=right,
            takes=2,
            names=["p", "q", "base"],
            several=NOT_ONE_NUMBER.id,
            parts=[MAIN, ZEROS, LEARNS, NEVER, SMALL, without_base(FIRST, SECOND)],
        )

    def finish(self) -> None:
        """Add what is tried last: cut graphs, and what the experiment notes by itself."""
        likely = self._forms[:2]  # a record holds each of these too, and is to stay small
        cut = [in_base(self._form, 2), *(in_base(form, 2) for _, form in likely)]
        names = [DETACHED, *(m for m, _ in likely)]
        for misconception, answer in zip(names, cut, strict=True):
            self.last(misconception, _cut(answer))
        for misconception in (NOT_ONE_NUMBER, NAN_AT_ZERO, FINITE, CLIPPED):
            self.also(misconception)


def _cut(answer: Form) -> Form:
    return lambda *args: answer(*args).detach()
