"""Key of the share inside k-nearest-neighbour balls (Kynkäänniemi et al. 2019, https://arxiv.org/abs/1904.06991, section 2)."""

import torch

from gan_grading.keys import Key


def far(a, b):
    """All distances, shape (len(a), len(b)): by differences, so that a point is exactly 0 from itself."""
    return (a[:, None] - b[None]).square().sum(-1).sqrt()


def radii(centres, k):
    """Distance of each centre to its k-th nearest other one."""
    return far(centres, centres).sort(1).values[:, min(k, len(centres) - 1)]


def inside(points, centres, k):
    return far(points, centres) <= radii(centres, k)


def share(found):
    return found.double().mean()


def right(points, centres, k):
    return share(inside(points, centres, k).any(1))


def cloud(size, d=2, **more):
    return {"draw": "normal", "shape": [size, d], "dtype": "float64", **more}


def case(on, points, centres, k, **sizes):
    return {"on": on, "given": [points, centres, k], "sizes": sizes}


key = Key(
    "values",
    right=right,
    names=["points", "centres", "k"],
    several="not_one_share",
    parts=[
        {
            "criterion": "share of points among the centres",
            "cases": [
                {
                    "on": "points 0.5, 4, 9 and 30 among centres 0, 1, 3 and 10, k = 1",
                    "given": [
                        {"is": [[0.5], [4.0], [9.0], [30.0]]},
                        {"is": [[0.0], [1.0], [3.0], [10.0]]},
                        1,
                    ],
                },
                case(
                    "many points in the plane, k = 1",
                    cloud("m", scale=1.6),
                    cloud("n"),
                    1,
                    m={"hidden": 60, "public": 25},
                    n=[20, 24],
                ),
                case(
                    "many points in the plane, k = 3",
                    cloud("m", scale=2.0),
                    cloud("n"),
                    3,
                    m={"hidden": 60, "public": 23},
                    n=[22, 26],
                ),
                case("as many points as centres, k = 2", cloud(18, scale=1.8), cloud(18), 2),
                case(
                    "few points, many centres, k = 4",
                    cloud("m", scale=2.5),
                    cloud("n"),
                    4,
                    m=[9, 11],
                    n={"hidden": 70, "public": 28},
                ),
                case(
                    "5 features, k = 5",
                    cloud("m", 5, scale=1.4),
                    cloud("n", 5),
                    5,
                    m={"hidden": 80, "public": 21},
                    n=30,
                ),
            ],
            "tolerance": [1e-4, 1e-4],
        },
        {
            "criterion": "few points",
            "cases": [
                case("one point in the middle, k = 2", cloud(1, scale=0.1), cloud(7), 2),
                case("one point far away, k = 2", cloud(1, shift=50.0), cloud(7), 2),
                case("as many neighbours as there are, k = 2", cloud(4), cloud(3), 2),
                case("coinciding points, k = 1", cloud(3, scale=0.0), cloud(5), 1),
            ],
            "otherwise": "few_points",
            "goes_on": True,
            "tolerance": [1e-4, 1e-4],
        },
    ],
)
key.wrong(
    "self_counted",
    "The first neighbour of each centre is the centre itself, so your balls are one neighbour too small.",
    "The smallest number in each row of the distances is 0. Whose distance is it?",
    lambda p, c, k: right(p, c, k - 1),
)
key.wrong(
    "one_too_far",
    "Your balls reach one neighbour too far.",
    "Sorted from the smallest, place 0 of each row holds the centre itself. At which place is its k-th neighbour?",
    lambda p, c, k: right(p, c, k + 1),
)
key.wrong(
    "balls_of_the_points",
    "The radii belong to the wrong set: they are those of the points, or run to them.",
    "A ball lies around each centre, and reaches to a neighbour among the *centres*.",
    lambda p, c, k: share((far(p, c) <= radii(p, k)[:, None]).any(1)),
    lambda p, c, k: right(c, p, k),
    lambda p, c, k: share((far(p, c) <= far(c, p).sort(1).values[:, min(k, len(p)) - 1]).any(1)),
    lambda p, c, k: share((far(p, c) <= far(c, p).sort(1).values[:, min(k, len(p) - 1)]).any(1)),
    lambda p, c, k: share(inside(c, p, k).any(0)) if len(p) == len(c) else right(c, p, k),
)
key.wrong(
    "nearest_centre_only",
    "Only the ball of the nearest centre is asked.",
    "A point counts if *any* ball holds it: a lonely centre farther away may have a wide one.",
    lambda p, c, k: share(far(p, c).min(1).values <= radii(c, k)[far(p, c).argmin(1)]),
)
key.wrong(
    "one_radius",
    "All your balls have the same radius.",
    "Where centres lie close together the balls are small, where they are few they are wide: each has a radius of its own.",
    lambda p, c, k: share((far(p, c) <= radii(c, k).mean()).any(1)),
    lambda p, c, k: share((far(p, c) <= radii(c, k).max()).any(1)),
    lambda p, c, k: share((far(p, c) <= radii(c, k).median()).any(1)),
    lambda p, c, k: share((far(p, c) <= radii(c, k).min()).any(1)),
)
key.wrong(
    "pairs_counted",
    "You count pairs of a point and a ball, or the balls that hold a point.",
    "First ask of each point whether any ball holds it, then take the share of points.",
    lambda p, c, k: share(inside(p, c, k)),
    lambda p, c, k: share(inside(p, c, k).any(0)),
    lambda p, c, k: share(inside(p, c, k).sum(1)),
    lambda p, c, k: inside(p, c, k).sum(),
    lambda p, c, k: share(inside(p, c, k).all(1)),
    lambda p, c, k: share(inside(p, c, k).sum(1)) / k,
)
key.wrong(
    "turned_round",
    "You return the share of points that lie outside.",
    "A point that lies as near to a centre as its neighbours do is *among* them.",
    lambda p, c, k: 1 - right(p, c, k),
    lambda p, c, k: share((far(p, c) > radii(c, k)).any(1)),
)
key.wrong(
    "k_ignored",
    "Your result does not follow k, or counts from the wrong end.",
    "The radius is the distance to the k-th nearest other centre: sort each row from the smallest.",
    *(lambda p, c, k, fixed=fixed: right(p, c, fixed) for fixed in (1, 2, 3, 5)),
    lambda p, c, k: share((far(p, c) <= far(c, c).max(1).values).any(1)),
    lambda p, c, k: share(
        (far(p, c) <= far(c, c).sort(1, descending=True).values[:, min(k, len(c)) - 1]).any(1)
    ),
    lambda p, c, k: share(
        (far(p, c) <= far(c, c).sort(1, descending=True).values[:, min(k, len(c) - 1)]).any(1)
    ),
    lambda p, c, k: share((far(p, c) <= far(c, c).mean(1)).any(1)),
    lambda p, c, k: share((far(p, c) <= far(c, c).sort(1).values[:, : k + 1].mean(1)).any(1)),
    lambda p, c, k: share((far(p, c) <= far(c, c).sort(1).values[:, 1 : k + 1].mean(1)).any(1)),
    lambda p, c, k: share((far(p, c) <= radii(c, k) / 2).any(1)),
)
key.wrong(
    "other_distance",
    "The distances are not Euclidean, or distances meet squared ones.",
    "Both the radius and the distance of a point are ‖x − y‖.",
    lambda p, c, k: share((far(p, c).square() <= radii(c, k)).any(1)),
    lambda p, c, k: share((far(p, c) <= radii(c, k).square()).any(1)),
    lambda p, c, k: share(
        (torch.cdist(p, c, p=1) <= torch.cdist(c, c, p=1).sort(1).values[:, min(k, len(c) - 1)]).any(1)
    ),
)
key.wrong(
    "not_one_share",
    "You return a number for each point or centre, or a count.",
    "A share is one number between 0 and 1.",
    lambda p, c, k: inside(p, c, k).any(1),
    lambda p, c, k: inside(p, c, k).any(1).double(),
    lambda p, c, k: inside(p, c, k).any(1).sum(),
)
key.wrong(
    "few_points",
    "For a single point, or where there are hardly more centres than k, your result is another one.",
    "With one point the share is 0 or 1. With three centres and k = 2 each ball reaches to the farther of the other two.",
    share=0.5,
)
