"""What the keys of attacks have in common: slopes in pixels, other losses, and the ways a sign step goes wrong."""

from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F

from gan_course.exercises.classifiers import CLASSES, IN_TRAINING
from gan_course.exercises.experiments.sign_step import FLAT_PIXELS_MOVE
from gan_course.exercises.finding import Misconception
from gan_grading.keys import Key

Model = Callable[[torch.Tensor], torch.Tensor]
Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
Slope = Callable[[Model, torch.Tensor, torch.Tensor], torch.Tensor]
Move = Callable[[torch.Tensor, float], torch.Tensor]
Limit = Callable[[torch.Tensor, float, float], torch.Tensor]
Attack = Callable[..., torch.Tensor]

NO_CLAMP = Misconception(
    "no_clamp",
    "Some pixels lie outside the range of a picture.",
    "A pixel whiter than white is no picture. Bring the result back into the range.",
    share=0.5,
)
SIGN_MISSING = Misconception(
    "sign_missing",
    "The step is not the same in every pixel: it follows the size of the gradient.",
    "Only the direction of each pixel's slope counts; the box allows every pixel its full ε.",
)
PREDICTED = Misconception(
    "predicted_label",
    "Your attack uses the class the model predicts in place of the class it was given.",
    "The class is an argument of the function. Where it differs from the prediction, so does the slope.",
)
OTHER_LOSS = Misconception(
    "other_loss",
    "The direction is not that of the cross-entropy's slope.",
    "J is the cross-entropy of the model's logits and the class given. Does your loss take logits or probabilities?",
)
ONE_FOR_ALL = Misconception(
    "one_for_all",
    "All pictures, or all pixels, get the same step.",
    "Each pixel of each picture has a slope of its own. What was averaged before the sign was taken?",
)
CHANGE_ONLY = Misconception(
    "perturbation_only",
    "You return the perturbation without the picture.",
    "The attacked picture is x plus the perturbation.",
)


def slope_of(loss: Loss) -> Slope:
    """The slope of a loss of logits and classes, shape of x."""

    def gradient(model: Model, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        leaf = x.detach().clone().requires_grad_(True)
        return torch.autograd.grad(loss(model(leaf), y), leaf)[0]

    return gradient


def slope(model: Model, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return slope_of(lambda logits, y: F.cross_entropy(logits, y, reduction="sum"))(model, x, y)


def predicted(model: Model, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return slope(model, x, model(x).argmax(dim=1))


def least_likely(model: Model, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return slope(model, x, model(x).argmin(dim=1))


def class_zero(model: Model, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return slope(model, x, torch.zeros_like(y))


def next_class(model: Model, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return slope(model, x, (y + 1) % CLASSES)


def in_training(model: Any, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    model.train()
    found = slope_of(F.cross_entropy)(model, x, y)
    model.eval()
    return found


def per_picture(g: torch.Tensor, size: Callable[[torch.Tensor], torch.Tensor]) -> torch.Tensor:
    return size(g.flatten(1)).reshape(-1, 1, 1, 1)


def one_hot(logits: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    return F.one_hot(y, CLASSES).to(logits.dtype)


MEAN_SLOPE: Slope = slope_of(F.cross_entropy)
NO_SIGN: tuple[tuple[Move, Slope], ...] = (
    (lambda g, e: e * g, MEAN_SLOPE),
    (lambda g, e: e * g, slope),
    (lambda g, e: e * g / per_picture(g, lambda r: r.norm(dim=1)), slope),
    (lambda g, e: e * g / per_picture(g, lambda r: r.abs().amax(dim=1)), slope),
    (lambda g, e: e * g / per_picture(g, lambda r: r.abs().mean(dim=1)), slope),
    (lambda g, e: e * g / g.norm(), slope),
    (lambda g, e: e * g / g.abs().max(), slope),
    (lambda g, e: g.clamp(-e, e), slope),
    (lambda g, e: g.clamp(-e, e), MEAN_SLOPE),
    (lambda g, e: e * torch.tanh(g), slope),
    (lambda g, e: e * torch.tanh(g), MEAN_SLOPE),
    (lambda g, e: e * (g > 0).float(), slope),
)
OTHER_LOSSES: tuple[Loss, ...] = (
    lambda logits, y: F.cross_entropy(logits.softmax(dim=1), y),
    lambda logits, y: F.nll_loss(logits, y),
    lambda logits, y: F.mse_loss(logits, one_hot(logits, y)),
    lambda logits, y: F.mse_loss(logits.softmax(dim=1), one_hot(logits, y)),
    lambda logits, y: F.binary_cross_entropy_with_logits(logits, one_hot(logits, y)),
    lambda logits, y: F.binary_cross_entropy(logits.softmax(dim=1), one_hot(logits, y)),
    lambda logits, y: F.multi_margin_loss(logits, y),
    lambda logits, y: logits.sum(),
    lambda logits, y: logits.amax(dim=1).sum(),
    lambda logits, y: logits.logsumexp(dim=1).sum(),
)
SHARED: tuple[Move, ...] = (
    lambda g, e: e * g.mean(dim=0, keepdim=True).sign(),
    lambda g, e: e * g.sum().sign(),
    lambda g, e: e * per_picture(g, lambda r: r.mean(dim=1)).sign(),
    lambda g, e: e * g[:1].sign(),
)
FIXED_LIMITS: tuple[Limit, ...] = (
    lambda t, low, high: t.clamp(0.0, 1.0),
    lambda t, low, high: t.clamp(-1.0, 1.0),
    lambda t, low, high: t.clamp(max=high),
    lambda t, low, high: t.clamp(min=low),
    lambda t, low, high: t.clamp(0.0, high),
    lambda t, low, high: t.clamp(float(t.min()), 1.0),
)


def signed(g: torch.Tensor, e: float) -> torch.Tensor:
    return e * g.sign()


def free(t: torch.Tensor, low: float, high: float) -> torch.Tensor:
    return t


def step(
    direction: float = 1.0, move: Move = signed, of: Slope = slope, limit: Limit = torch.clamp
) -> Attack:
    """One sign step, or one of its mistakes."""

    def answer(model: Model, x: Any, y: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        return limit(x + direction * move(of(model, x, y), e), low, high)

    return answer


def within_the_batch(direction: float) -> Attack:
    """A step kept within the values that the batch given happens to hold."""

    def answer(model: Model, x: Any, y: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        return step(direction, limit=free)(model, x, y, e).clamp(x.min(), x.max())

    return answer


def change(direction: float, limited: bool) -> Attack:
    """The perturbation alone."""

    def answer(model: Model, x: Any, y: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        found = direction * e * slope(model, x, y).sign()
        return found.clamp(low, high) if limited else found

    return answer


def change_clamped(direction: float, limit: Limit = free) -> Attack:
    def answer(model: Model, x: Any, y: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        moved = x + (direction * e * slope(model, x, y).sign()).clamp(low, high)
        return limit(moved, low, high)

    return answer


def change_of_the_limited(direction: float) -> Attack:
    """The perturbation that is left when the range has had its say."""

    def answer(model: Model, x: Any, y: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        return torch.as_tensor(step(direction)(model, x, y, e, low, high) - x)

    return answer


def repeated(direction: float, times: int, share: float = 1.0) -> Attack:
    """Several steps of ε, or of a share of it, one after another."""

    def answer(model: Model, x: Any, y: Any, e: float, low: float = 0.0, high: float = 1.0) -> torch.Tensor:
        for _ in range(times):
            x = step(direction)(model, x, y, share * e, low, high)
        return torch.as_tensor(x)

    return answer


def sign_step_key(right: float, wrong_way: Misconception) -> Key:
    """The key of a sign step whose right direction is ``right``."""
    key = Key("sign_step", right=step(right))
    for limit in (torch.clamp, free, *FIXED_LIMITS[:2]):
        key.also(wrong_way, step(-right, limit=limit))
    key.also(NO_CLAMP, step(right, limit=free))
    key.wrong(
        "clamped_change",
        "The perturbation was brought into the range of pixels, not the picture.",
        "η may be negative. It is x + η that has to be a picture.",
        *(change_clamped(way, limit) for way in (right, -right) for limit in (free, torch.clamp)),
    )
    key.wrong(
        "fixed_range",
        "The result is not kept within the range given, low to high.",
        "The function takes low and high as arguments: pixels may run from −1 to 1, or from 0 to 255.",
        *(step(right, limit=limit) for limit in FIXED_LIMITS),
        within_the_batch(right),
        share=0.5,
    )
    _of_size(key, right)
    key.also(CHANGE_ONLY, *(change(way, limited) for way in (right, -right) for limited in (False, True)))
    key.also(CHANGE_ONLY, *(change_of_the_limited(way) for way in (right, -right)))
    key.wrong(
        "several_steps",
        "You take several small steps in the place of one.",
        "One gradient, taken at x, and one step of ε: the walk of many steps comes in exercise 7.",
        *(repeated(right, times, 1 / times) for times in (2, 4, 5, 8, 10, 20, 40)),
    )
    ways = [(way, limit) for way in (right, -right) for limit in (torch.clamp, free)]
    key.also(PREDICTED, *(step(way, of=predicted, limit=limit) for way, limit in ways))
    key.wrong(
        "own_class",
        "Your attack goes by a class of your choice, not by the one it was given.",
        "The class is an argument of the function.",
        *(step(way, of=of) for way in (right, -right) for of in (least_likely, class_zero, next_class)),
    )
    key.also(OTHER_LOSS, *(step(way, of=slope_of(loss)) for way in (right, -right) for loss in OTHER_LOSSES))
    key.also(ONE_FOR_ALL, *(step(right, move) for move in SHARED))
    key.also(IN_TRAINING, step(right, of=in_training))
    key.wrong(
        "nan_where_flat",
        "Where the slope is exactly 0 your result is not a number.",
        "g / |g| is 0/0 where g = 0, which happens at dark borders and for a model that is very sure. "
        "What is the sign of 0?",
        step(right, lambda g, e: e * g / g.abs()),
        share=0.5,
    )
    key.also(
        FLAT_PIXELS_MOVE,
        step(right, lambda g, e: torch.where(g >= 0, e, -e)),
        step(right, lambda g, e: torch.where(g > 0, e, -e)),
    )
    return key


def _of_size(key: Key, right: float) -> None:
    """Steps that are not ε long."""
    key.also(
        SIGN_MISSING,
        *(
            step(way, move, of, limit)
            for way in (right, -right)
            for move, of in NO_SIGN
            for limit in (torch.clamp, free)
        ),
    )
    key.wrong(
        "epsilon_ignored",
        "The pixels do not move by ε.",
        "One gradient, one step, and the sign is +1 or −1 in each pixel; how far may a pixel move?",
        *(
            step(right, lambda g, e, size=size: size * g.sign())
            for size in (0.007, 0.01, 0.03, 0.1, 0.15, 0.2, 0.3, 1.0)
        ),
        *(step(right, lambda g, e, by=by: by * e * g.sign()) for by in (0.5, 2.0, 1 / 255)),
        step(right, lambda g, e: g.sign(), limit=free),
        *(repeated(way, times) for way in (right, -right) for times in (2, 5, 10)),
    )
