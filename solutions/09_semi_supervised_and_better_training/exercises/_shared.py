"""What the keys of functions of K logits have in common: how batches are drawn, and mistakes with one text."""

from typing import Any

import torch

from gan_course.exercises.finding import Misconception

OVERFLOWS = Misconception(
    "overflows",
    "The result or its slope is NaN, infinite or wrong when logits are very large or very small.",
    "exp(200) is infinite in float32, and exp(−200) is 0. Which function gives log Σ exp without computing exp first?",
    share=0.5,
)
MAX_FOR_SUM = Misconception(
    "max_for_logsumexp",
    "Only the largest logit of a picture counts.",
    "Every class adds to the evidence that a picture is real: Z is a sum over all K.",
)
SUM_OF_LOGITS = Misconception(
    "sum_of_logits",
    "The logits themselves are added up or averaged.",
    "What adds up are the unnormalised probabilities exp(l), not the logits.",
)
WRONG_AXIS = Misconception(
    "wrong_axis",
    "You reduce over the pictures, where the formula runs over the classes.",
    "Logits have shape (N, K): row i belongs to picture i. Which dimension are the classes?",
)
SOFTMAX_FIRST = Misconception(
    "softmax_first",
    "A softmax over the K classes comes first, and what makes a picture real is divided away.",
    "Softmax keeps only the differences between logits. How large they are together is what says real or fake.",
)


def logits(rows: Any, classes: Any, scale: float = 2.0, bound: float = 6.0) -> dict[str, Any]:
    """Say how a batch of logits (rows, classes) is drawn."""
    return {"draw": "normal", "shape": [rows, classes], "scale": scale, "bound": bound}


def far_logits(rows: Any, classes: Any) -> dict[str, Any]:
    """Say how logits from 1 to 200 of both signs are drawn."""
    return {"draw": "signed", "shape": [rows, classes], "low": 1.0, "high": 200.0}


def labels(rows: Any, classes: int) -> dict[str, Any]:
    """Say how labels (rows,), whole numbers from 0 to ``classes`` − 1, are drawn."""
    drawn = {"draw": "uniform", "shape": [rows], "low": -0.49, "high": classes - 0.51}
    return {**drawn, "round": True, "dtype": "int64"}


def column(values: torch.Tensor) -> torch.Tensor:
    """Give (N,) the shape (N, 1)."""
    return values[:, None]
