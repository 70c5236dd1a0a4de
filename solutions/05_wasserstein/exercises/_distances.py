"""What the keys of the two distances on the line share: mistakes of both, and lists of their inputs."""

from typing import Any

from gan_course.exercises.finding import Misconception

MEANS_ONLY = Misconception(
    "difference_of_means",
    "You compare only the two means.",
    "Two distributions with the same mean can be far apart. Take each distance's size before you average.",
)
NEAREST = Misconception(
    "nearest_neighbour",
    "Each sample goes to its nearest neighbour, so that one hole may be filled many times and another never.",
    "Every target needs its own share of the earth: a plan moves all of one heap onto all of the other.",
)
ALL_PAIRS = Misconception(
    "all_pairs",
    "You average over all pairs, or combine such averages: no plan sends each sample to one partner.",
    "A plan sends each sample to one partner. Which partners make the total work least?",
)
WRONG_FACTOR = Misconception(
    "wrong_factor",
    "Your distance is a fixed multiple of the right one.",
    "n partners, each with mass 1/n: nothing else multiplies or divides.",
)


def samples(size: Any, scale: float = 1.0, shift: float = 0.0, **more: Any) -> dict[str, Any]:
    """Normal numbers to draw."""
    return {"draw": "normal", "shape": [size], "scale": scale, "shift": shift, **more}
