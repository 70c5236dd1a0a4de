"""Key of the Jensen-Shannon divergence (Lin 1991, https://doi.org/10.1109/18.61115)."""

import math

from ._shared import MEAN_FOR_SUM, NAN_AT_ZERO, NOT_ONE_NUMBER, Sums, entropy, in_base, kl, without_base
from ._two import drawn


def middle(p, q):
    return (p + q) / 2


def js(p, q):
    return (kl(p, middle(p, q)) + kl(q, middle(p, q))) / 2


def geometric(p, q):
    m = (p * q).sqrt()
    return (kl(p, m) + kl(q, m)) / 2


def case(on, base, size):
    return {"on": on, "given": [drawn("K"), drawn("K"), base], "sizes": {"K": size}}


key = Sums(
    right=js,
    takes=2,
    names=["p", "q", "base"],
    several=NOT_ONE_NUMBER.id,
    parts=[
        {
            "criterion": "value",
            "cases": [
                {
                    "on": "p = (1/2, 1/2), q = (1/4, 3/4) in bits",
                    "given": [{"is": [0.5, 0.5]}, {"is": [0.25, 0.75]}, 2.0],
                },
                case("a few outcomes, base e", math.e, [3, 6]),
                case("26 outcomes in bits", 2.0, {"hidden": 26, "public": 9}),
                case("several outcomes, base 10", 10.0, [7, 12]),
                {"on": "p twice, in bits", "given": [drawn(4), {"like": 0}, 2.0]},
            ],
        },
        {
            "criterion": "probabilities that are exactly 0",
            "cases": [
                {
                    "on": "p = (1, 0), q = (1/2, 1/2) in bits",
                    "given": [{"is": [1.0, 0.0]}, {"is": [0.5, 0.5]}, 2.0],
                },
                {"on": "p = (1, 0), q = (0, 1) in bits", "given": [{"is": [1.0, 0]}, {"is": [0.0, 1]}, 2.0]},
                {
                    "on": "nothing in common, base e",
                    "given": [drawn(7, 3, 4, 5, 6), drawn(7, 0, 1, 2), math.e],
                },
                {"on": "zeros in different places", "given": [drawn(6, 4, 5), drawn(6, 0, 1), 2.0]},
                {"on": "zeros in the same place", "given": [drawn(5, 0, 1), drawn(5, 0, 1), 10.0]},
            ],
            "otherwise": NAN_AT_ZERO.id,
            "named": False,
            "goes_on": True,
        },
        {
            "criterion": "more than 1, in a base below 2",
            "cases": [
                {
                    "on": "nothing in common, base 1.5",
                    "given": [drawn(7, 3, 4, 5, 6), drawn(7, 0, 1, 2), 1.5],
                },
            ],
            "named": False,
            "goes_on": True,
        },
        without_base({"is": [0.5, 0.5]}, {"is": [0.25, 0.75]}),
    ],
)
key.nats(
    key.wrong(
        "sign",
        "The sign is turned round.",
        "Both divergences are never negative, and so is their average.",
    ),
    lambda p, q: -js(p, q),
)
key.nats(
    key.wrong(
        "not_halved",
        "You add the two divergences without averaging them.",
        "Each of the two counts one half, so that JS never exceeds log 2.",
    ),
    lambda p, q: 2 * js(p, q),
)
key.nats(
    key.wrong(
        "one_sided",
        "You compare only one of the two distributions with the mixture.",
        "JS treats p and q alike: how far is each of them from the mixture?",
    ),
    lambda p, q: kl(p, middle(p, q)),
    lambda p, q: kl(q, middle(p, q)),
    lambda p, q: kl(p, middle(p, q)) / 2,
    lambda p, q: kl(q, middle(p, q)) / 2,
)
key.nats(
    key.wrong(
        "reversed",
        "You measure the mixture by p and q, which may be infinite.",
        "Outcomes are drawn from p and from q; the mixture is what they are compared with.",
    ),
    lambda p, q: (kl(middle(p, q), p) + kl(middle(p, q), q)) / 2,
    lambda p, q: kl(middle(p, q), p) + kl(middle(p, q), q),
)
key.nats(
    key.wrong(
        "no_mixture",
        "You average the two directions of KL; the mixture of p and q plays no part.",
        "Write m = (p + q)/2 down first. It is positive wherever p or q is.",
    ),
    lambda p, q: (kl(p, q) + kl(q, p)) / 2,
    lambda p, q: kl(p, q) + kl(q, p),
)
key.nats(
    key.wrong(
        "mixture_not_halved",
        "Your mixture is no distribution: its probabilities do not add up to 1.",
        "Toss a coin, then draw from p or from q: how likely is each outcome?",
    ),
    lambda p, q: (kl(p, p + q) + kl(q, p + q)) / 2,
    lambda p, q: kl(p, p + q) + kl(q, p + q),
    lambda p, q: (kl(p, p + q / 2) + kl(q, p + q / 2)) / 2,
)
key.nats(
    key.wrong(
        "entropies",
        "You combine the entropies of p, q and the mixture with the wrong weights.",
        "JS is the entropy of the mixture less what p and q have on average: each counts one half.",
    ),
    lambda p, q: entropy(middle(p, q)) - entropy(p) - entropy(q),
    lambda p, q: (entropy(p) + entropy(q)) / 2 - entropy(middle(p, q)),
    lambda p, q: entropy(middle(p, q)),
    lambda p, q: 2 * entropy(middle(p, q)) - entropy(p),
)
key.nats(
    key.wrong(
        "kl_only",
        "You return the divergence of Kullback and Leibler.",
        "JS compares p and q with their mixture, not with each other.",
    ),
    kl,
    lambda p, q: kl(q, p),
)
key.nats(
    key.wrong(
        "geometric_mixture",
        "You return a quarter of KL(p‖q) + KL(q‖p), which is what a geometric mean in place of the mixture gives.",
        "Toss a coin, then draw from p or from q: the probabilities of an outcome are averaged, not multiplied.",
    ),
    geometric,
)
key.nats(MEAN_FOR_SUM, lambda p, q: js(p, q) / p.numel(), lambda p, q: 2 * js(p, q) / p.numel())
# The root is taken after the change of base, so it is no form in nats.
key.wrong(
    "square_root",
    "You return the square root of the divergence.",
    "The root is a distance in the strict sense, and some libraries return it; here the divergence itself is asked.",
    lambda p, q, base=2.0: in_base(js, 2)(p, q, base).clamp_min(0).sqrt(),
    lambda p, q, base=2.0: js(p, q).clamp_min(0).sqrt(),
)
key.wrong(
    "other_distance",
    "You return another distance between p and q, one without logarithms.",
    "JS is made of surprises, which are logarithms.",
    lambda p, q, base=2.0: (p - q).abs().sum() / 2,
    lambda p, q, base=2.0: (p - q).abs().sum(),
    lambda p, q, base=2.0: ((p - q) ** 2).sum(),
)
key.also(NOT_ONE_NUMBER)
key.also(NAN_AT_ZERO)
