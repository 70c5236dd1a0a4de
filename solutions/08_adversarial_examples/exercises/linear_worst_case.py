"""Key of the worst case of a linear score (Goodfellow et al. 2014, https://arxiv.org/abs/1412.6572, section 3)."""

from collections.abc import Callable

import torch

from gan_grading.keys import Key

Pair = tuple[torch.Tensor, torch.Tensor]
Of = Callable[[torch.Tensor, float], torch.Tensor]


def right(w: torch.Tensor, epsilon: float) -> Pair:
    return -epsilon * w.sign(), -epsilon * w.abs().sum()


def moved(eta: Of) -> Callable[[torch.Tensor, float], Pair]:
    """Another perturbation, with the change that it really makes."""
    return lambda w, e: (eta(w, e), (w * eta(w, e)).sum())


def told(change: Of) -> Callable[[torch.Tensor, float], Pair]:
    """The right perturbation, with another number for the change."""
    return lambda w, e: (-e * w.sign(), change(w, e))


def one_pixel(w: torch.Tensor, epsilon: float) -> torch.Tensor:
    only = torch.zeros_like(w)
    only[w.abs().argmax()] = 1.0
    return -epsilon * only * w.sign()


key = Key("linear_attack", right=right)
key.wrong(
    "raises_the_score",
    "Your perturbation raises wᵀx; the worst case for the score is the lowest.",
    "Look at one term wᵢηᵢ. Which ηᵢ between −ε and ε makes it smallest when wᵢ is positive?",
    moved(lambda w, e: e * w.sign()),
    lambda w, e: (e * w.sign(), -e * w.abs().sum()),
)
key.wrong(
    "change_sign",
    "The change has the wrong sign.",
    "The score wᵀx falls, so its change is negative.",
    told(lambda w, e: e * w.abs().sum()),
    share=0.5,
)
key.wrong(
    "euclidean",
    "Your perturbation follows the sizes of the weights, not their signs alone.",
    "The box allows every pixel its full ε by itself: nothing has to be shared out between them.",
    moved(lambda w, e: -e * w),
    moved(lambda w, e: -e * w / w.norm()),
    moved(lambda w, e: -e * w / w.abs().amax()),
    moved(lambda w, e: -e * w / w.abs().sum()),
    moved(lambda w, e: -e * w / w.abs().mean()),
    moved(lambda w, e: -(w.clamp(-e, e))),
    moved(lambda w, e: -e * torch.tanh(w)),
    lambda w, e: (-e * w / w.norm(), -e * w.norm()),
    lambda w, e: (-e * w, -e * w.abs().sum()),
    lambda w, e: (-e * w / w.norm(), -e * w.abs().sum()),
    lambda w, e: (-e * w / w.abs().amax(), -e * w.abs().sum()),
)
key.wrong(
    "other_norm",
    "Your η is right; the change is another number than wᵀη.",
    "Add up −ε|wᵢ| over all pixels. What is that sum called?",
    told(lambda w, e: -e * w.norm()),
    told(lambda w, e: -e * w.abs().amax()),
    told(lambda w, e: -e * w.abs().mean()),
    told(lambda w, e: -e * w.sum()),
    told(lambda w, e: -e * w.sum().abs()),
    told(lambda w, e: e * w.sum()),
    told(lambda w, e: -e * (w * w).sum()),
    told(lambda w, e: torch.tensor(-e * len(w))),
    told(lambda w, e: -2 * e * w.abs().sum()),
    told(lambda w, e: (-e * w.sign()).sum()),
    told(lambda w, e: torch.tensor(0.0)),
)
key.wrong(
    "epsilon_missing",
    "Your result does not follow ε.",
    "Each pixel may move by ε, and by no more. What happens to your result when ε doubles?",
    moved(lambda w, e: -w.sign()),
    lambda w, e: (-w.sign(), -e * w.abs().sum()),
    told(lambda w, e: -w.abs().sum()),
    *(moved(lambda w, e, size=size: -size * w.sign()) for size in (0.01, 0.1)),
)
key.wrong(
    "multiple_of_epsilon",
    "Your pixels do not move by ε, but by a multiple of it.",
    "From x every pixel may go ε up or ε down. How far is that from where it was?",
    *(moved(lambda w, e, by=by: -by * e * w.sign()) for by in (2.0, 0.5)),
)
key.wrong(
    "only_one_pixel",
    "Not every pixel does its worst.",
    "The box limits each pixel by itself, so every pixel that has a weight may do its worst.",
    moved(one_pixel),
    moved(lambda w, e: -e * (w > 0).float()),
    moved(lambda w, e: e * (w < 0).float()),
    moved(lambda w, e: -e * torch.ones_like(w)),
    moved(lambda w, e: torch.zeros_like(w)),
)
