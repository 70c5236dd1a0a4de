"""Key of robust accuracy: a sample counts if the model is right after every restart."""

from collections.abc import Callable
from typing import Any

import torch

from gan_grading.keys import Key

T = torch.Tensor
Answer = Callable[..., float]


def correct(model: Any, x: T, y: T) -> T:
    with torch.no_grad():
        found: T = model(x).argmax(dim=1) == y
    return found


def rounds_of(model: Any, attack: Any, x: T, y: T, restarts: int) -> T:
    """Who stood in which restart, (restarts, N)."""
    return torch.stack([correct(model, attack(model, x, y), y) for _ in range(restarts)])


def of_rounds(count: Callable[[T], T]) -> Answer:
    """A share computed from who stood in which restart."""
    return lambda model, attack, x, y, restarts=1: float(count(rounds_of(model, attack, x, y, restarts)))


def left_out(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    before = correct(model, x, y)
    stood = rounds_of(model, attack, x, y, restarts).all(dim=0)
    return float((stood & before).sum() / before.sum())


def left_out_guarded(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    before = correct(model, x, y)
    stood = rounds_of(model, attack, x, y, restarts).all(dim=0)
    return float((stood & before).sum() / before.sum().clamp(min=1))


def left_out_averaged(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    return float(rounds_of(model, attack, x, y, restarts)[:, correct(model, x, y)].float().mean())


def attacks_right_ones_only(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    before = correct(model, x, y)
    return float(rounds_of(model, attack, x[before], y[before], restarts).all(dim=0).float().mean())


def broken_of_right_ones(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    before = correct(model, x, y)
    stood = rounds_of(model, attack, x, y, restarts).all(dim=0)
    return float((~stood & before).sum() / before.sum())


def misread_count_as_standing(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    stood = rounds_of(model, attack, x, y, restarts).all(dim=0)
    return float((stood | ~correct(model, x, y)).float().mean())


def as_before(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    with torch.no_grad():
        said = model(x).argmax(dim=1)
    rounds = [correct(model, attack(model, x, y), said) for _ in range(restarts)]
    return float(torch.stack(rounds).all(dim=0).float().mean())


def with_predictions(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    with torch.no_grad():
        said = model(x).argmax(dim=1)
    return float(rounds_of(model, attack, x, said, restarts).all(dim=0).float().mean())


def of_batches(size: int) -> Answer:
    def answer(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
        pairs = zip(x.split(size), y.split(size), strict=True)
        parts = [right(model, attack, a, b, restarts) for a, b in pairs]
        return sum(parts) / len(parts)

    return answer


def fixed(restarts: Callable[[int], int]) -> Answer:
    """Another number of restarts than asked for."""
    return lambda model, attack, x, y, r=1: right(model, attack, x, y, restarts(r))


def columns(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    stood = torch.ones_like(y, dtype=torch.bool)
    for _ in range(restarts):
        stood &= model(attack(model, x, y)).argmax(dim=0)[: len(y)] == y
    return float(stood.float().mean())


def right(model: Any, attack: Any, x: T, y: T, restarts: int = 1) -> float:
    mode = model.training
    model.eval()
    stood = rounds_of(model, attack, x, y, restarts).all(dim=0)
    model.train(mode)
    return float(stood.float().mean())


key = Key("robust_accuracy", right=right)
key.wrong(
    "misclassified_left_out",
    "Samples that the model gets wrong without any attack are left out of the count.",
    "Robust accuracy is a share of all N samples. A digit that is read wrongly to begin with is not read robustly.",
    left_out,
    left_out_guarded,
    attacks_right_ones_only,
    left_out_averaged,
)
key.wrong(
    "misread_count",
    "Samples that the model misreads without any attack count as if they had withstood it.",
    "A digit that is read wrongly to begin with is not read robustly.",
    misread_count_as_standing,
)
key.wrong(
    "clean_accuracy",
    "This is the accuracy on the samples as they are.",
    "The model must be right on what attack(model, x, y) returns.",
    lambda model, attack, x, y, restarts=1: float(correct(model, x, y).float().mean()),
)
key.wrong(
    "averaged_over_restarts",
    "The accuracies of the restarts are averaged.",
    "An attacker needs one success. A sample counts only if the model is right after every restart.",
    of_rounds(lambda stood: stood.float().mean()),
)
key.wrong(
    "accuracies_multiplied",
    "The accuracies of the restarts are multiplied.",
    "The product of the formula runs over the restarts of one sample, inside the mean over samples.",
    of_rounds(lambda stood: stood.float().mean(dim=1).prod()),
)
key.wrong(
    "majority",
    "A sample counts when it survives most restarts.",
    "An attacker needs one success. A sample counts only if the model is right after every restart.",
    of_rounds(lambda stood: (stood.float().mean(dim=0) > 0.5).float().mean()),
    of_rounds(lambda stood: (stood.float().mean(dim=0) >= 0.5).float().mean()),
)
key.wrong(
    "smallest_of_restarts",
    "The accuracy of a single restart, the smallest or the largest, is returned.",
    "Different restarts may break different samples. Keep count of each sample, not of each restart.",
    of_rounds(lambda stood: stood.float().mean(dim=1).amin()),
    of_rounds(lambda stood: stood.float().mean(dim=1).amax()),
)
key.wrong(
    "any_restart_survived",
    "A sample counts as soon as it survives one restart.",
    "The attacker may choose the restart; so the sample has to survive all of them.",
    of_rounds(lambda stood: stood.any(dim=0).float().mean()),
)
key.wrong(
    "restarts_ignored",
    "Not every restart counts.",
    "Call the attack `restarts` times, on the original x each time, and remember who fell in any of them.",
    of_rounds(lambda stood: stood[0].float().mean()),
    of_rounds(lambda stood: stood[-1].float().mean()),
    fixed(lambda r: max(1, r - 1)),
    fixed(lambda r: min(2, r)),
    fixed(lambda r: min(3, r)),
)
key.wrong(
    "too_many_restarts",
    "The attack has more tries than `restarts` says, or more than one where nobody says a number.",
    "Count the calls of the attack for restarts = 1.",
    fixed(lambda r: r + 1),
    *(fixed(lambda r, n=n: n) for n in (2, 3, 5, 10)),
    *(lambda model, attack, x, y, restarts=n: right(model, attack, x, y, restarts) for n in (2, 3, 5, 10)),
)
key.wrong(
    "error_rate",
    "This is the share of samples that fell, not of those that stood.",
    "Accuracy counts the samples on which the model is right.",
    of_rounds(lambda stood: 1 - stood.all(dim=0).float().mean()),
    of_rounds(lambda stood: 1 - stood.float().mean()),
    broken_of_right_ones,
)
key.wrong(
    "not_a_share",
    "The number is not the share of all samples, a number between 0 and 1.",
    "Divide the count by the number of samples, and leave percent to the one who prints it.",
    of_rounds(lambda stood: 100 * stood.all(dim=0).float().mean()),
    of_rounds(lambda stood: stood.all(dim=0).float().sum()),
    of_rounds(lambda stood: stood.float().sum() / stood.shape[1]),
    *(
        of_rounds(lambda stood, n=n: stood.all(dim=0).float().sum() / n)
        for n in (10, 32, 64, 100, 128, 256, 360)
    ),
    share=0.5,
)
key.wrong(
    "rounded",
    "The share is rounded.",
    "Leave rounding to the one who prints it.",
    *(lambda *a, digits=digits, **k: round(right(*a, **k), digits) for digits in (0, 1, 2)),
    share=0.5,
)
key.wrong(
    "compared_with_prediction",
    "The prediction after the attack is compared with the prediction before it, not with the true label.",
    "A sample that is wrong before and after is stable, but not right.",
    as_before,
    with_predictions,
)
key.wrong(
    "argmax_over_batch",
    "The largest logit is looked for along the batch, not among the classes.",
    "Logits have the shape (N, K): which dimension holds the classes?",
    columns,
)
key.wrong(
    "average_of_batches",
    "Batches of different sizes count the same.",
    "Add up the samples, then divide once by N.",
    *(of_batches(size) for size in (2, 4, 5, 8, 10, 16, 32)),
)
