"""Key of projected gradient descent (Madry et al. 2017, https://arxiv.org/abs/1706.06083)."""

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.attack_start import NO_START
from gan_course.exercises.experiments.attack_walk import NO_PROJECTION
from gan_grading.keys import Key

from ._shared import (
    CHANGE_ONLY,
    NO_CLAMP,
    OTHER_LOSS,
    OTHER_LOSSES,
    PREDICTED,
    SIGN_MISSING,
    Slope,
    per_picture,
    predicted,
    slope,
    slope_of,
)

T = torch.Tensor
Put = Callable[[T, T, float, Any, T], T]  # candidate, x, ε, the projection given, the present point
Attack = Callable[..., T]


def drawn(x: T, e: float) -> T:
    return x + e * (2 * torch.rand_like(x) - 1)


def projected(c: T, x: T, e: float, project: Any, here: T) -> T:
    found: T = project(c, x, e)
    return found


def box(c: T, x: T, e: float) -> T:
    return x + (c - x).clamp(-e, e)


def attack(
    direction: Callable[[T], T] = torch.sign,
    of: Slope = slope,
    put: Put = projected,
    steps: Callable[[int], int] = lambda k: k,
    size: Callable[[float, float, int], float] = lambda a, e, k: a,
    begin: bool = True,
    keep: Callable[[list[T], Any, T], T] = lambda walk, model, y: walk[-1],
) -> Attack:
    """The walk, or one of its mistakes; ``keep`` chooses what is returned of its points."""

    def answer(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
        walk = [project(drawn(x, e), x, e) if begin else x]
        for _ in range(steps(k)):
            here = walk[-1]
            walk.append(put(here + size(a, e, k) * direction(of(model, here, y)), x, e, project, here))
        return keep(walk, model, y).detach()

    return answer


def both(**changes: Any) -> tuple[Attack, Attack]:
    """A mistake, and the same one where the walk begins at x."""
    return attack(**changes), attack(**changes, begin=False)


def slope_at(first: bool) -> Attack:
    """Every step uses the slope at x, or at the start."""

    def answer(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
        here = project(drawn(x, e), x, e)
        g = slope(model, here if first else x, y).sign()
        for _ in range(k):
            here = project(here + a * g, x, e)
        return torch.as_tensor(here)

    return answer


def piled(sign_of_sum: bool, keep: float = 1.0) -> Attack:
    def answer(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
        here = project(drawn(x, e), x, e)
        total = torch.zeros_like(x)
        for _ in range(k):
            g = slope(model, here, y)
            total = keep * total + (g if sign_of_sum else g / per_picture(g.abs(), lambda r: r.mean(dim=1)))
            here = project(here + a * total.sign(), x, e)
        return torch.as_tensor(here)

    return answer


def from_x_each_time(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
    here = project(drawn(x, e), x, e)
    for _ in range(k):
        here = project(x + a * slope(model, here, y).sign(), x, e)
    return torch.as_tensor(here)


def start_unused(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
    project(drawn(x, e), x, e)
    return attack(begin=False)(model, x, y, e, a, k, project)


def around_start(clamp: bool) -> Attack:
    def answer(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
        first = here = project(drawn(x, e), x, e)
        for _ in range(k):
            here = box(here + a * slope(model, here, y).sign(), first, e)
            here = here.clamp(0.0, 1.0) if clamp else here
        return torch.as_tensor(here)

    return answer


def projects_around_start(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
    first = here = project(drawn(x, e), x, e)
    for _ in range(k):
        here = project(here + a * slope(model, here, y).sign(), first, e)
    return torch.as_tensor(here)


def late(limit: bool, begin: bool) -> Attack:
    """Only the end is projected."""

    def answer(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
        here = project(drawn(x, e), x, e) if begin else x
        for _ in range(k):
            here = here + a * slope(model, here, y).sign()
            here = here.clamp(0.0, 1.0) if limit else here
        return box(here, x, e).clamp(0.0, 1.0)

    return answer


def last_unprojected(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
    here = attack()(model, x, y, e, a, k - 1, project)
    return here + a * slope(model, here, y).sign()


def of_first_prediction(model: Any, x: T, y: T, e: float, a: float, k: int, project: Any) -> T:
    return attack()(model, x, model(x).argmax(dim=1), e, a, k, project)


def losses(model: Any, walk: list[T], y: T) -> T:
    return torch.stack([F.cross_entropy(model(here), y, reduction="none") for here in walk])


def best_of_each(walk: list[T], model: Any, y: T) -> T:
    return torch.stack(walk)[losses(model, walk, y).argmax(dim=0), torch.arange(len(y))]


def best_of_batch(walk: list[T], model: Any, y: T) -> T:
    return walk[int(losses(model, walk, y).mean(dim=1).argmax())]


def fooled_first(walk: list[T], model: Any, y: T) -> T:
    """Pictures stop where the model is wrong for the first time."""
    wrong = torch.stack([model(here).argmax(dim=1) != y for here in walk])
    wrong[-1] = True
    return torch.stack(walk)[wrong.float().argmax(dim=0), torch.arange(len(y))]


key = Key("attack_walk", right=attack())
key.also(NO_START, start_unused)  # first: where no wall is met, other walks from x look the same
key.wrong(
    "descends",
    "Your steps go down the loss: they make the model surer of the right answer.",
    "The attack wants the loss of the true label to grow. Which sign goes uphill?",
    *both(direction=lambda g: -g.sign()),
)
key.also(
    NO_PROJECTION,
    *both(put=lambda c, x, e, project, here: c),
    *both(put=lambda c, x, e, project, here: c.clamp(0.0, 1.0)),
    last_unprojected,
)
key.also(NO_CLAMP, *both(put=lambda c, x, e, project, here: box(c, x, e)))
key.wrong(
    "projects_on_previous",
    "Each step is projected around another point than x, so that the walk may leave the box around x.",
    "The box belongs to the original picture: project(candidate, x, epsilon), with the x of the beginning.",
    *both(put=lambda c, x, e, project, here: project(c, here, e)),
    projects_around_start,
    *both(put=lambda c, x, e, project, here: box(c, here, e).clamp(0.0, 1.0)),
    *both(put=lambda c, x, e, project, here: box(c, here, e)),
    around_start(clamp=True),
    around_start(clamp=False),
)
key.wrong(
    "projects_at_the_end",
    "Only the end of the walk is projected.",
    "A walk that leaves the box follows slopes of places where the attack may never be. Project after each step.",
    *(late(limit, begin) for limit in (False, True) for begin in (True, False)),
    share=0.5,
)
SIZES: tuple[Callable[[float, float, int], float], ...] = (
    lambda a, e, k: e,
    lambda a, e, k: e / k,
    lambda a, e, k: 2.5 * e / k,
    lambda a, e, k: e * a,
    lambda a, e, k: a / k,
    lambda a, e, k: e / 4,
    lambda a, e, k: e / 10,
    lambda a, e, k: 2 * a,
    *(lambda a, e, k, size=size: size for size in (0.007, 0.01, 0.02, 0.03, 0.05, 0.1, 1.0)),
)
key.wrong(
    "step_size_ignored",
    "The steps are not step_size long.",
    "ε is the size of the box, step_size the length of one step in it.",
    *(attack(size=size) for size in SIZES),
    *(attack(size=size, begin=False) for size in SIZES[:3]),
    *both(size=lambda a, e, k: e, steps=lambda k: 1),
)
COUNTS: tuple[Callable[[int], int], ...] = (
    lambda k: k - 1,
    lambda k: k + 1,
    *(lambda k, count=count: count for count in (1, 2, 5, 7, 10, 20, 40)),
)
key.wrong(
    "wrong_number_of_steps",
    "The number of steps is not `steps`.",
    "Count by hand for steps = 1: one start, one gradient, one move.",
    *(attack(steps=steps) for steps in COUNTS),
    *(attack(steps=steps, begin=False) for steps in COUNTS[:3]),
)
key.wrong(
    "slope_at_x",
    "Every step uses the slope at the same point.",
    "After a move the slope is another one: compute it at the present point, inside the loop.",
    slope_at(first=True),
    slope_at(first=False),
)
key.wrong(
    "gradients_piled_up",
    "Each step uses the gradients of the steps before it too.",
    "backward() adds to .grad, and so does momentum. Each step asks for the slope at the present point alone.",
    piled(True),
    piled(False),
    *(piled(sign, keep) for sign in (True, False) for keep in (0.9, 0.5)),
)
key.wrong(
    "forgets_the_walk",
    "Each step sets off from x, not from where the step before it ended.",
    "The next candidate is the present point plus a step. Which variable does your loop carry on?",
    from_x_each_time,
)
key.wrong(
    "not_the_last",
    "You return another picture of the walk than its last one.",
    "The exercise asks for where the walk ends. Choosing the best of several pictures is what restarts are for.",
    *both(keep=best_of_each),
    *both(keep=best_of_batch),
    *both(keep=fooled_first),
    *both(keep=lambda walk, model, y: best_of_each(walk[1:], model, y)),
    *both(keep=lambda walk, model, y: best_of_batch(walk[1:], model, y)),
    *both(keep=lambda walk, model, y: torch.stack(walk).mean(dim=0)),
    share=0.5,
)
key.also(PREDICTED, of_first_prediction, *both(of=predicted))
DIRECTIONS: tuple[Callable[[T], T], ...] = (
    lambda g: g,
    lambda g: g / per_picture(g, lambda r: r.norm(dim=1)),
    lambda g: g / per_picture(g, lambda r: r.abs().amax(dim=1)),
    lambda g: g / g.norm(),
    lambda g: g / g.abs().max(),
    lambda g: torch.tanh(g),
)
key.also(
    SIGN_MISSING,
    *(
        attack(lambda g, d=d, mean=mean: d(g / len(g) if mean else g))
        for d in DIRECTIONS
        for mean in (False, True)
    ),
)
key.wrong(
    "one_for_all",
    "All pictures get the same step.",
    "Each pixel of each picture has a slope of its own. What was averaged before the sign was taken?",
    attack(lambda g: g.mean(dim=0, keepdim=True).sign()),
)
key.also(
    OTHER_LOSS,
    *(
        attack(of=slope_of(loss), direction=way)
        for loss in OTHER_LOSSES
        for way in (torch.sign, lambda g: -g.sign())
    ),
)
key.also(
    CHANGE_ONLY,
    lambda model, x, *rest: attack()(model, x, *rest) - x,
    lambda model, x, *rest: attack(begin=False)(model, x, *rest) - x,
)
