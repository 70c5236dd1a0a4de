"""Key of KL(N(μ, σ²) ‖ N(0, 1)), one number a picture (Kingma & Welling 2013, https://arxiv.org/abs/1312.6114, appendix B)."""

import torch

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key


def terms(mean, log_var):
    return 0.5 * (mean.square() + log_var.exp() - log_var - 1)


def right(mean, log_var):
    return terms(mean, log_var).sum(1)


def of(formula):
    """The same sum over another formula of μ and log σ²."""
    return lambda mean, log_var: formula(mean, log_var).sum(1)


def normal(shape="d", **more):
    return {"draw": "normal", "shape": ["N", shape], **more}


def case(on, mean, log_var, slopes=True, **sizes):
    asked = {"slopes": [0, 1]} if slopes else {}
    return {"on": on, "given": [mean, log_var], "sizes": sizes, **asked}


key = Key(
    "values",
    right=right,
    names=["mean", "log_var"],
    returns="tensor",
    parts=[
        {
            "criterion": "divergence of each picture",
            "cases": [
                {
                    "on": "μ = (1, 0) with log σ² = (0, 0), and μ = (0, 0) with log σ² = (2, 0)",
                    "given": [{"is": [[1.0, 0.0], [0.0, 0.0]]}, {"is": [[0.0, 0.0], [2.0, 0.0]]}],
                },
                case("several codes of 3 numbers", normal(), normal(), N=[4, 6], d=3),
                case("as many codes as numbers in each", normal(), normal(), N=4, d=4),
                case("one code of one number", normal(), normal(), N=1, d=1),
                case("a single code", normal(), normal(), N=1, d=[5, 7]),
            ],
        },
        {
            "criterion": "narrow, wide and far codes",
            "cases": [
                case(
                    "codes of every size",
                    {"draw": "signed", "shape": ["N", 3], "low": 0.01, "high": 20.0},
                    {"draw": "uniform", "shape": ["N", 3], "low": -15.0, "high": 6.0},
                    N={"hidden": 40, "public": 4},
                ),
            ],
            "otherwise": "not_over_the_range",
            "goes_on": True,
        },
    ],
)
key.wrong(
    "sign",
    "Your divergence is negative.",
    "A divergence is at least 0, and 0 only where μ = 0 and σ² = 1.",
    of(lambda m, v: -terms(m, v)),
    lambda m, v: -terms(m, v).mean(1),
    lambda m, v: -terms(m, v).sum(),
    lambda m, v: -terms(m, v).sum(1).mean(),
)
key.wrong(
    "half_missing",
    "Your result is twice the divergence.",
    "The formula has ½ in front of the whole bracket: where does it come from in the density of a Gaussian?",
    of(lambda m, v: 2 * terms(m, v)),
    of(lambda m, v: -2 * terms(m, v)),
)
key.wrong(
    "log_var_as_deviation",
    "log σ² is used as if it were log σ.",
    "log σ² = 2 log σ: its exponential is the variance itself.",
    of(lambda m, v: terms(m, 2 * v)),
    of(lambda m, v: 0.5 * (m.square() + (2 * v).exp() - v - 1)),
    of(lambda m, v: 0.5 * (m.square() + v.exp() - 2 * v - 1)),
    of(lambda m, v: 0.5 * (m.square() + v.exp().square() - v.exp().square().log() - 1)),
)
key.wrong(
    "deviation_for_variance",
    "Your result holds σ where the formula has σ².",
    "e^(½ log σ²) is the standard deviation. Which power of it does the formula have?",
    of(lambda m, v: terms(m, v / 2)),
    of(lambda m, v: 0.5 * (m.square() + (v / 2).exp() - v - 1)),
    of(lambda m, v: 0.5 * (m.square() + v.exp() - v / 2 - 1)),
)
key.wrong(
    "log_var_as_variance",
    "log σ² is used as if it were the variance, or never taken out of its logarithm.",
    "The encoder gives log σ², which may be negative. Which function makes a variance of it?",
    of(lambda m, v: 0.5 * (m.square() + v - v.log() - 1)),
    of(lambda m, v: 0.5 * (m.square() + v.square() - v.square().log() - 1)),
    of(lambda m, v: 0.5 * (m.square() + v - v.exp().log() - 1)),
    of(lambda m, v: 0.5 * (m.square() + v.square() - v - 1)),
    of(lambda m, v: 0.5 * (m.square() + v.exp() - v.abs().log() - 1)),
)
key.wrong(
    "mean_for_sum",
    "Your result is a mean over the numbers of a code, where the formula has a sum.",
    "The numbers of a code are independent: what does that do to the divergence of the whole code?",
    lambda m, v: terms(m, v).mean(1),
    lambda m, v: 2 * terms(m, v).mean(1),
)
key.wrong(
    "not_per_picture",
    "Your result is not one number for each picture: codes are summed or averaged over the batch, or not summed at all.",
    "Rows are pictures, columns are the numbers of a code. Along which dimension does the sum run, and what is left?",
    terms,
    lambda m, v: terms(m, v).sum(),
    lambda m, v: terms(m, v).mean(),
    lambda m, v: terms(m, v).sum(0),
    lambda m, v: terms(m, v).mean(0),
    lambda m, v: terms(m, v).sum(1).mean(),
    lambda m, v: terms(m, v).sum(1, keepdim=True),
    lambda m, v: terms(m, v).sum(1).sum(0, keepdim=True).expand(len(m)),
)
key.wrong(
    "term_missing",
    "A term of the formula is missing, or has the wrong sign.",
    "Put in μ = 0 and σ² = 1, where the divergence is 0, then change one of the two: does each term answer as it should?",
    of(lambda m, v: 0.5 * (m.square() + v.exp() - v)),
    of(lambda m, v: 0.5 * (m.square() + v.exp() - 1)),
    of(lambda m, v: 0.5 * (m.square() - v - 1)),
    of(lambda m, v: 0.5 * (v.exp() - v - 1)),
    of(lambda m, v: 0.5 * (m.square() + v.exp() + v - 1)),
    of(lambda m, v: 0.5 * (m.square() + v.exp() - v + 1)),
    of(lambda m, v: 0.5 * (m.square() - v.exp() - v - 1)),
    of(lambda m, v: 0.5 * (v.exp() - m.square() - v - 1)),
    of(lambda m, v: 0.5 * (m.square() - v.exp() + v - 1)),
    of(lambda m, v: 0.5 * (1 + v - m.square() + v.exp())),
    of(lambda m, v: -0.5 * (1 + v + m.square() - v.exp())),
    of(lambda m, v: -0.5 * (1 - v - m.square() - v.exp())),
    of(lambda m, v: 0.5 * (m.square() + v.exp() - 1 - 2 * v)),
    lambda m, v: 0.5 * ((m.square() + v.exp() - v).sum(1) - 1),
    of(lambda m, v: 0.5 * m.square()),
)
key.wrong(
    "mean_not_squared",
    "μ enters without its square.",
    "A code at −1 is as far from the prior as one at +1.",
    of(lambda m, v: 0.5 * (m + v.exp() - v - 1)),
    of(lambda m, v: 0.5 * (m.abs() + v.exp() - v - 1)),
)
key.wrong(
    "other_direction",
    "Your divergence runs the other way, from the prior to the code.",
    "Asked is KL(q ‖ p): the average is taken over the code's own Gaussian q.",
    of(lambda m, v: 0.5 * ((1 + m.square()) * (-v).exp() + v - 1)),
    of(lambda m, v: 0.5 * (m.square() / v.exp() + v.exp() - v - 1)),
    of(lambda m, v: 0.5 * ((m.square() + 1) / v.exp() - v - 1)),
)
key.wrong(
    "base_two",
    "Your divergence is in bits.",
    "The losses of this exercise are in nats: every logarithm is the natural one.",
    of(lambda m, v: terms(m, v) / torch.log(torch.tensor(2.0))),
)
key.wrong(
    "not_over_the_range",
    "For very narrow, very wide or far codes your result is another one.",
    "log σ² may run from −15 to 6 and μ to ±20. A clamp or an ε inside the formula changes what is found there.",
    share=0.5,
)
key.also(
    DETACHED,
    lambda m, v: right(m.detach(), v),
    lambda m, v: right(m, v.detach()),
    lambda m, v: right(m, v).detach(),
)
