"""Key of the cycle loss (Zhu et al. 2017, https://arxiv.org/abs/1703.10593, equation 2)."""

from gan_course.exercises.values import MEAN_MISSING
from gan_grading.keys import Key


def there(g, f, x):
    return f(g(x)) - x


def home(g, f, y):
    return g(f(y)) - y


def size(gap):
    return gap.abs().mean()


def cycle(price=size, by=(1.0, 1.0)):
    """The loss with another price of a gap, or other weights of the two ways."""
    return lambda g, f, x, y: by[0] * price(there(g, f, x)) + by[1] * price(home(g, f, y))


def case(on, dims=("a", "b"), pictures=False, **sizes):
    of_x, of_y = dims
    given = [
        {"network": "g", "in": of_x, "out": of_y},
        {"network": "f", "in": of_y, "out": of_x},
        {"draw": "normal", "shape": ["N", of_x]},
        {"draw": "normal", "shape": ["M", of_y], "shift": 1.0},
    ]
    return {"on": on, "given": given, "sizes": sizes}


key = Key(
    "of_networks",
    right=cycle(),
    learns=[0, 1],
    parts=[
        {
            "criterion": "both ways home",
            "cases": [
                {
                    "on": "g(x) = 2x, f(y) = y, x = 1, y = 3",
                    "given": [
                        {"network": "g", "weights": [[2.0]]},
                        {"network": "f", "weights": [[1.0]]},
                        {"is": [[1.0]]},
                        {"is": [[3.0]]},
                    ],
                },
                case("as many x as y", a=3, b=3, N=4, M=4),
                case("x and y of unlike sizes", a=2, b=4, N=[3, 5], M=[3, 5]),
                case("more x than y", a=2, b=2, N=[6, 8], M=[2, 3]),
                case("one x, one y", a=2, b=3, N=1, M=1),
                case("many", a=3, b=2, N={"hidden": 40, "public": 6}, M={"hidden": 30, "public": 7}),
            ],
        }
    ],
)
key.wrong(
    "one_way",
    "Only one of the two ways home counts.",
    "Both networks have to come home: x over Y to X, and y over X to Y.",
    cycle(by=(1.0, 0.0)),
    cycle(by=(0.0, 1.0)),
    cycle(by=(2.0, 0.0)),
    cycle(by=(0.0, 2.0)),
)
key.wrong(
    "no_way_back",
    "The translation itself is compared with something, and not the way back.",
    "Set out from x, go over Y, come back: f(g(x)) is compared with x.",
    lambda g, f, x, y: size(g(x) - x) + size(f(y) - y),
    lambda g, f, x, y: size(g(x) - y) + size(f(y) - x),
    lambda g, f, x, y: size(g(x).mean(0) - y.mean(0)) + size(f(y).mean(0) - x.mean(0)),
    lambda g, f, x, y: size(g(x).mean() - y.mean()) + size(f(y).mean() - x.mean()),
)
key.wrong(
    "other_home",
    "The way back is compared with the other batch.",
    "Who sets out from x has to come back to that x; y is no partner of it.",
    lambda g, f, x, y: size(f(g(x)) - y) + size(g(f(y)) - x),
    lambda g, f, x, y: size(f(g(x)) - f(y)) + size(g(f(y)) - g(x)),
    lambda g, f, x, y: size(there(g, f, x).mean(0)) + size(home(g, f, y).mean(0)),
)
key.wrong(
    "networks_swapped",
    "The networks are called in the wrong order.",
    "g goes from X to Y: it can begin only with an x.",
    lambda g, f, x, y: size(g(f(x)) - x) + size(f(g(y)) - y),
    lambda g, f, x, y: size(g(g(x)) - x) + size(f(f(y)) - y),
)
key.wrong(
    "squared",
    "The gaps are squared.",
    "The paper takes the absolute difference (L1): squares blur more.",
    cycle(lambda d: d.square().mean()),
    cycle(lambda d: d.square().sum(1).mean()),
    cycle(lambda d: d.norm(dim=1).mean()),
    cycle(lambda d: d.square().mean().sqrt()),
    cycle(lambda d: d.norm()),
)
key.wrong(
    "sign_cancels",
    "Gaps up and down cancel each other.",
    "Take the absolute value of every number's gap before the mean.",
    cycle(lambda d: d.mean()),
    cycle(lambda d: d.mean().abs()),
    cycle(lambda d: d.mean(1).abs().mean()),
)
key.wrong(
    "weighed",
    "The two terms are weighed, averaged or subtracted.",
    "Two means, one plain sum.",
    cycle(by=(0.5, 0.5)),
    cycle(by=(1.0, -1.0)),
    cycle(by=(-1.0, -1.0)),
    cycle(by=(10.0, 10.0)),
    cycle(by=(1.0, 0.5)),
    cycle(by=(0.5, 1.0)),
    cycle(by=(2.0, 2.0)),
)
key.also(
    MEAN_MISSING,
    cycle(lambda d: d.abs().sum()),
    cycle(lambda d: d.abs().flatten(1).mean(1).sum()),
    lambda g, f, x, y: (there(g, f, x).abs().sum() + home(g, f, y).abs().sum()) / (x.numel() + y.numel()),
)
key.wrong(
    "sum_over_numbers",
    "The gaps of one sample are added up, not averaged.",
    "The mean runs over all numbers of a batch.",
    cycle(lambda d: d.abs().sum(1).mean()),
    cycle(lambda d: d.abs().amax(1).mean()),
    cycle(lambda d: d.abs().median()),
)
key.wrong(
    "one_mean_over_all",
    "There is one mean over the numbers of both batches together.",
    "Each way home has a mean of its own, and the two are added.",
    lambda g, f, x, y: 2 * (there(g, f, x).abs().sum() + home(g, f, y).abs().sum()) / (x.numel() + y.numel()),
)
