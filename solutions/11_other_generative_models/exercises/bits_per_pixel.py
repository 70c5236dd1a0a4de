"""Key of bits per dimension (Theis, van den Oord & Bethge 2015, https://arxiv.org/abs/1511.01844, section 3.1)."""

import math

import torch

from gan_grading.keys import Key


def right(log_p, pixels, levels):
    return -log_p.mean() / (pixels * math.log(2)) + math.log2(levels)


def other(formula):
    return lambda log_p, pixels, levels: formula(log_p, pixels, levels)


def case(on, levels, log_p=None, **sizes):
    drawn = {"draw": "normal", "shape": ["N"], "scale": 20.0, "shift": -60.0, **(log_p or {})}
    return {"on": on, "given": [drawn, {"size": "D"}, levels], "sizes": {"D": [20, 200], **sizes}}


key = Key(
    "values",
    right=right,
    names=["log_p", "pixels", "levels"],
    several="not_averaged",
    parts=[
        {
            "criterion": "probabilities (one level)",
            "cases": [
                {
                    "on": "two pictures of 4 pixels with P = 1/16 and 1/64",
                    "given": [{"is": [-2.7725887, -4.1588831]}, 4, 1],
                },
                case("several pictures", 1, N=[4, 7]),
                case("a single picture", 1, N=1),
                case("many pictures", 1, N={"hidden": 200, "public": 12}),
            ],
        },
        {
            "criterion": "densities of scaled grey levels",
            "cases": [
                {"on": "density 1 everywhere, 256 levels", "given": [{"is": [0.0, 0.0]}, 9, 256]},
                case("17 levels", 17, {"shift": 90.0}, N=[4, 7]),
                case("256 levels", 256, {"shift": 300.0}, N=5),
                case("2 levels", 2, {"shift": 0.0}, N=3),
            ],
        },
    ],
)
key.wrong(
    "sign",
    "Your bits have the wrong sign.",
    "log P of a picture is negative, and an improbable picture costs many bits.",
    other(lambda p, d, n: p.mean() / (d * math.log(2)) + math.log2(n)),
    other(lambda p, d, n: -right(p, d, n)),
)
key.wrong(
    "nats",
    "Your result is in nats, or changed into bits the wrong way.",
    "One bit is ln 2 = 0.693 nats, so the number of bits is larger than that of nats.",
    other(lambda p, d, n: -p.mean() / d + math.log(n)),
    other(lambda p, d, n: -p.mean() / d + math.log2(n)),
    other(lambda p, d, n: -p.mean() / d * math.log(2) + math.log2(n)),
    other(lambda p, d, n: -p.mean() / (d * math.log(10)) + math.log10(n)),
    other(lambda p, d, n: -p.mean() / (2 * d) + math.log2(n)),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) + math.log(n)),
)
key.wrong(
    "not_per_pixel",
    "Your result is for a whole picture, or divided by another number than that of its pixels.",
    "A picture of D pixels has the sum of their bits: share it out. log P belongs to the whole picture, `levels` to each pixel.",
    other(lambda p, d, n: -p.mean() / math.log(2) + math.log2(n)),
    other(lambda p, d, n: d * right(p, d, n)),
    other(lambda p, d, n: (-p.mean() / math.log(2) + math.log2(n)) / d),
    other(lambda p, d, n: right(p, d, n) / d),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) + d * math.log2(n)),
    other(lambda p, d, n: -p.mean() / (len(p) * d * math.log(2)) + math.log2(n)),
)
key.wrong(
    "not_averaged",
    "Your result is not the mean over the pictures.",
    "N pictures have N numbers log p. Asked is what one of them costs on average.",
    other(lambda p, d, n: -p.sum() / (d * math.log(2)) + math.log2(n)),
    other(lambda p, d, n: -p / (d * math.log(2)) + math.log2(n)),
    other(lambda p, d, n: (-p / (d * math.log(2)) + math.log2(n)).sum()),
    other(lambda p, d, n: -p.median() / (d * math.log(2)) + math.log2(n)),
    other(lambda p, d, n: -(p.logsumexp(0) - math.log(len(p))) / (d * math.log(2)) + math.log2(n)),
)
key.wrong(
    "levels_wrong",
    "The number of levels is left out, or enters in the wrong way.",
    "Dividing a pixel by L makes its density L times as high. What does that do to −log₂ p, and how is it made good?",
    other(lambda p, d, n: -p.mean() / (d * math.log(2))),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) - math.log2(n)),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) + n),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) + n - 1),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) * n),
    other(lambda p, d, n: -p.mean() / (d * math.log(2) * n)),
    other(lambda p, d, n: -p.mean() / (d * math.log(n)) if n > 1 else right(p, d, 1)),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) + math.log2(n - 1) if n > 1 else right(p, d, 1)),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) * math.log2(n) if n > 1 else right(p, d, 1)),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) / math.log2(n) if n > 1 else right(p, d, 1)),
    other(lambda p, d, n: -(p / n).mean() / (d * math.log(2))),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) + 8 if n > 1 else right(p, d, 1)),
    other(lambda p, d, n: -p.mean() / (d * math.log(2)) + 8),
)
key.wrong(
    "logarithm_twice",
    "You take the logarithm of log p, or its exponential.",
    "`log_p` is a logarithm already: only its base has to change.",
    other(lambda p, d, n: -torch.log2(p).mean() / d + math.log2(n)),
    other(lambda p, d, n: -torch.log2(p.abs()).mean() / d + math.log2(n)),
    other(lambda p, d, n: -p.exp().mean() / d + math.log2(n)),
    other(lambda p, d, n: -torch.log2(p.exp()).mean() / d + math.log2(n)),
)
