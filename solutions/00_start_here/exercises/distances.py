"""Key of Euclidean distances of many points to one centre."""

from torch import Tensor

from gan_grading.keys import Key


def right(p: Tensor, c: Tensor) -> Tensor:
    return (p - c).pow(2).sum(dim=1).sqrt()


key = Key(
    "parts",
    right=right,
    worlds={"one distance for each point": "points_and_centre"},
    further=[
        {
            "criterion": "near and far points",
            "world": "points_near_and_far",
            "otherwise": "near_or_far",
            "absolute": 1e-7,
        }
    ],
)
key.wrong(
    "squared",
    "These are the squares of the distances.",
    "The formula ends with a square root.",
    lambda p, c: (p - c).pow(2).sum(dim=1),
)
key.wrong(
    "one_number",
    "One number came back for the whole batch.",
    "Each row is a point with a distance of its own: add over the coordinates only. Which dim is that?",
    lambda p, c: (p - c).pow(2).sum().sqrt(),
    lambda p, c: right(p, c).mean(),
    lambda p, c: right(p, c).sum(),
)
key.wrong(
    "wrong_axis",
    "The sum runs over the points, not over the coordinates.",
    "points has shape (N, d). Which of the two dimensions should be gone in the result?",
    lambda p, c: (p - c).pow(2).sum(dim=0).sqrt(),
)
key.wrong(
    "not_centred",
    "These are distances to the origin, or to the mean of the points.",
    "Subtract the centre first: broadcasting subtracts it from every row.",
    lambda p, c: p.pow(2).sum(dim=1).sqrt(),
    lambda p, c: (p - p.mean(dim=0)).pow(2).sum(dim=1).sqrt(),
)
key.wrong(
    "centre_added",
    "The centre was added, not subtracted.",
    "The way from the centre to a point is the difference of the two.",
    lambda p, c: (p + c).pow(2).sum(dim=1).sqrt(),
)
key.wrong(
    "other_norm",
    "This is another way to measure length than the Euclidean one.",
    "Square each coordinate, add, take the root.",
    lambda p, c: (p - c).abs().sum(dim=1),
    lambda p, c: (p - c).abs().amax(dim=1),
    lambda p, c: (p - c).sum(dim=1),
    lambda p, c: (p - c).sum(dim=1).abs(),
)
key.wrong(
    "averaged",
    "The squares were averaged, not added.",
    "Pythagoras adds the squares. With a mean, a point in more dimensions would not get farther away.",
    lambda p, c: (p - c).pow(2).mean(dim=1).sqrt(),
    lambda p, c: (p - c).pow(2).mean(dim=1),
)
key.wrong(
    "column",
    "The result has shape (N, 1).",
    "A sum over a dimension drops it unless keepdim is set.",
    lambda p, c: right(p, c)[:, None],
    share=0.5,
)
key.wrong(
    "squeezed",
    "For a single point the result has no dimension left.",
    "The result has shape (N,), also where N is 1: squeeze() without a dimension removes every 1.",
    lambda p, c: right(p, c).squeeze(),
    share=0.5,
)
key.wrong(
    "lengths_subtracted",
    "You subtract lengths: the point's distance to the origin and the centre's.",
    "Subtract the vectors first, then measure the length of what is left.",
    lambda p, c: (p.norm(dim=1) - c.norm()).abs(),
    lambda p, c: p.norm(dim=1) - c.norm(),
)
key.wrong(
    "near_or_far",
    "Very near the centre, or very far from it, the distances come out wrong.",
    "Was something added under the root, or cut off? A point on the centre has distance 0, and that is all right.",
    *(lambda p, c, e=e: ((p - c).pow(2).sum(dim=1) + e).sqrt() for e in (1e-2, 1e-3, 1e-4, 1e-5, 1e-6)),
    share=0.5,
)
