"""Key of one round of the game V(x, y) = x·y, with both orders of play."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gan_course.exercises.finding import Misconception
from gan_grading.keys import Key

ALWAYS_ALTERNATING = Misconception(
    "always_alternating",
    "With alternating=False y still looks at the new x.",
    "In a simultaneous round both slopes are taken at the old point. In Python: x, y = …, … reads before it writes.",
)

ALWAYS_SIMULTANEOUS = Misconception(
    "always_simultaneous",
    "With alternating=True y still looks at the old x.",
    "In an alternating round x has moved when y's turn comes: which x is the opponent now?",
)

FLAG_REVERSED = Misconception(
    "flag_reversed",
    "The two kinds of rounds have changed places.",
    "Simultaneous means that both look at the same old point.",
)

Y_FIRST = Misconception(
    "y_moves_first",
    "In your alternating round y moves first.",
    "x moves first here, and y answers its new place.",
)

BOTH_DESCEND = Misconception(
    "both_descend",
    "Both of your players go down V.",
    "x minimises V, y maximises it. One of them goes up its slope.",
)

BOTH_CLIMB = Misconception(
    "both_climb",
    "Both of your players go up V.",
    "x minimises V, y maximises it. One of them goes down its slope.",
)

ROLES_SWAPPED = Misconception(
    "roles_swapped",
    "Your x climbs V and your y goes down.",
    "x stands for the generator, which minimises V; y for the discriminator, which maximises it.",
)

OWN_SLOPE = Misconception(
    "own_coordinate",
    "Each of your players steps along its own coordinate instead of its slope.",
    "Differentiate x·y in x, with y held constant. Whose number is left over?",
)

ETA = Misconception(
    "step_size",
    "Your steps have not the size η times the slope.",
    "A gradient step is: new = old ∓ η · slope, with η as it is given.",
)

RETURNS_SWAPPED = Misconception(
    "returns_swapped",
    "You return (y, x).",
    "The new x comes first.",
)

ONLY_STEP = Misconception(
    "returns_the_step",
    "You return how far the players move, not where they are afterwards.",
    "The new place is the old place plus the step.",
)

ONE_MOVES = Misconception(
    "one_moves",
    "Only one of the two players moves.",
    "A round has two moves, one of x and one of y.",
)

DAMPED = Misconception(
    "damped",
    "Your players lose some of their distance by themselves.",
    "V = x·y has no x² or y² in it: the slope in x is y, and nothing else.",
)

Step = Callable[[float, float, float, bool], Any]


def _right(x: float, y: float, eta: float, alternating: bool) -> tuple[float, float]:
    new_x = x - eta * y
    return new_x, y + eta * (new_x if alternating else x)


def _by(dx: Callable[[float, float], float], dy: Callable[[float, float], float]) -> Step:
    """Both orders of play, with these two steps for η = 1."""

    def step(x: float, y: float, eta: float, alternating: bool) -> tuple[float, float]:
        new_x = x + eta * dx(x, y)
        return new_x, y + eta * dy(new_x if alternating else x, y)

    return step


def _friction(c: float) -> Step:
    return _by(lambda x, y: -y - c * x, lambda x, y: x - c * y)


def _fixed(flag: bool) -> Step:
    return lambda x, y, eta, alternating: _right(x, y, eta, flag)


def _y_first(x: float, y: float, eta: float, alternating: bool) -> tuple[float, float]:
    new_y = y + eta * x
    return x - eta * (new_y if alternating else y), new_y


def _rate(change: Callable[[float], float]) -> Step:
    return lambda x, y, eta, alternating: _right(x, y, change(eta), alternating)


def _always(fixed: float) -> Callable[[float], float]:
    return lambda eta: fixed


def _only_step(x: float, y: float, eta: float, alternating: bool) -> tuple[float, float]:
    new_x, new_y = _right(x, y, eta, alternating)
    return new_x - x, new_y - y


def _slopes_only(x: float, y: float, eta: float, alternating: bool) -> tuple[float, float]:
    return -y, x


MOVES: tuple[tuple[Misconception, Step], ...] = (
    (BOTH_DESCEND, _by(lambda x, y: -y, lambda x, y: -x)),
    (BOTH_CLIMB, _by(lambda x, y: y, lambda x, y: x)),
    (ROLES_SWAPPED, _by(lambda x, y: y, lambda x, y: -x)),
    (OWN_SLOPE, _by(lambda x, y: -x, lambda x, y: y)),
    (OWN_SLOPE, _by(lambda x, y: -x, lambda x, y: -y)),
    (OWN_SLOPE, _by(lambda x, y: -x * y, lambda x, y: x * y)),
    (OWN_SLOPE, _by(lambda x, y: -1.0, lambda x, y: 1.0)),
    (ONE_MOVES, _by(lambda x, y: -y, lambda x, y: 0.0)),
    (ONE_MOVES, _by(lambda x, y: 0.0, lambda x, y: x)),
    (DAMPED, _by(lambda x, y: -y - x, lambda x, y: x - y)),
    (DAMPED, _by(lambda x, y: -y, lambda x, y: x - y)),
    *((DAMPED, _friction(c)) for c in (0.1, 0.2, 0.3, 0.5)),
)


def _simultaneous(step: Step) -> Step:
    return lambda x, y, eta, alternating: step(x, y, eta, False)


def _alternating(step: Step) -> Step:
    return lambda x, y, eta, alternating: step(x, y, eta, True)


RIVALS = (
    (ALWAYS_ALTERNATING, _fixed(True)),
    (ALWAYS_SIMULTANEOUS, _fixed(False)),
    (FLAG_REVERSED, lambda x, y, eta, alternating: _right(x, y, eta, not alternating)),
    (Y_FIRST, _y_first),
    (Y_FIRST, lambda x, y, eta, alternating: _y_first(x, y, eta, True)),
    *((m, step) for m, step in MOVES),
    (ETA, _rate(lambda eta: 1.0)),
    (ETA, _rate(lambda eta: 2 * eta)),
    (ETA, _rate(lambda eta: eta / 2)),
    (ETA, _rate(lambda eta: eta**2)),
    *((ETA, _rate(_always(fixed))) for fixed in (0.1, 0.01, 0.2, 0.5, 0.001)),
    (RETURNS_SWAPPED, lambda x, y, eta, alternating: _right(x, y, eta, alternating)[::-1]),
    (ONLY_STEP, _only_step),
    (ONLY_STEP, _slopes_only),
    *((m, _simultaneous(step)) for m, step in MOVES),
    *((m, _alternating(step)) for m, step in MOVES),
)


key = Key("game_rounds", right=_right)
for misconception, answer in RIVALS:
    key.also(misconception, answer)
