"""Key of a content loss with an adversarial one (Ledig et al. 2016, https://arxiv.org/abs/1609.04802, equation 3)."""

import torch.nn.functional as F

from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys import Key

from ._shared import pictures


def content(fake, real):
    return (fake - real).abs().mean()


def adversary(logits):
    return F.softplus(-logits).mean()


def loss(near=content, looks=adversary, weigh=lambda c, a, w: c + w * a):
    """The loss with another content part, another adversarial part or another sum of them."""
    return lambda fake, real, logits, weight: weigh(near(fake, real), looks(logits), weight)


right = loss()


def case(on, weight, shape=(1, 3, 4), logits=("N",), **sizes):
    given = [
        pictures("N", *shape),
        pictures("N", *shape),
        {"draw": "normal", "shape": list(logits), "scale": 2.0, "bound": 6.0},
        weight,
    ]
    return {"on": on, "given": given, "sizes": sizes, "slopes": [0, 2]}


key = Key(
    "values",
    right=right,
    names=["fake", "real", "fake_logits", "weight"],
    several=MEAN_MISSING.id,
    parts=[
        {
            "criterion": "loss of a batch",
            "cases": [
                {
                    "on": "a picture off by 0.1, logit 0, weight 0.5",
                    "given": [{"is": [[[[0.6, 0.3]]]]}, {"is": [[[[0.5, 0.4]]]]}, {"is": [0.0]}, 0.5],
                    "slopes": [0, 2],
                },
                case("a few pictures, weight 0.3", 0.3, N=[4, 6]),
                case("logits of shape (N, 1), weight 2", 2.0, (1, 2, 2), ("N", 1), N=[3, 5]),
                case("one picture of several channels, weight 1", 1.0, (3, 2, 3), N=1),
                case("logits of shape (N, 1, 1, 1), weight 0.05", 0.05, (1, 3, 2), ("N", 1, 1, 1), N=3),
                case("many pictures, weight 0.7", 0.7, (1, 2, 2), N={"hidden": 50, "public": 7}),
                case("weight 0", 0.0, (1, 2, 3), N=2),
            ],
        },
        {
            "criterion": "logits of any size",
            "cases": [
                {
                    "on": "logits of ±200",
                    "given": [
                        {"is": [[[[0.5]]], [[[0.25]]]]},
                        {"is": [[[[0.0]]], [[[1.0]]]]},
                        {"is": [200.0, -200.0]},
                        0.5,
                    ],
                    "slopes": [0, 2],
                }
            ],
            "otherwise": "not_stable",
            "goes_on": True,
        },
    ],
)
key.wrong(
    "adversary_turned",
    "The adversarial part rewards G for fakes that D rejects.",
    "−log σ(a) is small where a is large: the fake should look real.",
    loss(looks=lambda a: F.softplus(a).mean()),
)
key.wrong(
    "saturating",
    "The adversarial part is flat where D rejects the fakes.",
    "log(1 − σ(a)) is the saturating loss of assignment 03; this exercise asks for −log σ(a).",
    loss(looks=lambda a: -F.softplus(a).mean()),
)
key.wrong(
    "adversary_missing",
    "The logits do not enter, or not through −log σ.",
    "Two parts: content, and λ times the mean of −log σ(a).",
    loss(weigh=lambda c, a, w: c),
    loss(weigh=lambda c, a, w: w * c),
    loss(looks=lambda a: -a.mean()),
    loss(looks=lambda a: a.mean()),
    loss(looks=lambda a: -a.sigmoid().mean()),
    loss(looks=lambda a: (1 - a.sigmoid()).mean()),
    loss(looks=lambda a: (a - 1).square().mean()),
    loss(looks=lambda a: (a.sigmoid() - 1).square().mean()),
)
key.wrong(
    "content_missing",
    "Nothing holds the picture close to the real one.",
    "Without content G may draw any picture that looks real: two parts, content and adversary.",
    loss(weigh=lambda c, a, w: w * a),
    loss(weigh=lambda c, a, w: a),
)
key.wrong(
    "weight_misplaced",
    "λ weighs something else than the adversarial part alone.",
    "L = content + λ · adversary. With λ = 0 it is the content alone.",
    loss(weigh=lambda c, a, w: c + a),
    loss(weigh=lambda c, a, w: w * c + a),
    loss(weigh=lambda c, a, w: w * (c + a)),
    loss(weigh=lambda c, a, w: (1 - w) * c + w * a),
    loss(weigh=lambda c, a, w: w * c + (1 - w) * a),
    loss(weigh=lambda c, a, w: c + w**2 * a),
    loss(weigh=lambda c, a, w: c + w / 2 * a),
    loss(weigh=lambda c, a, w: (c + w * a) / 2),
    loss(weigh=lambda c, a, w: (c + w * a) / (1 + w)),
    loss(weigh=lambda c, a, w: c * w * a),
)
key.wrong(
    "adversary_subtracted",
    "The adversarial part has the wrong sign, or the content has.",
    "Both parts are small for a good picture, so both are added.",
    loss(weigh=lambda c, a, w: c - w * a),
    loss(weigh=lambda c, a, w: w * a - c),
    loss(weigh=lambda c, a, w: -(c + w * a)),
)
key.wrong(
    "squared_content",
    "The pictures are compared by squared differences.",
    "Here content is the mean *absolute* difference: F.l1_loss, and not F.mse_loss.",
    loss(near=lambda f, r: (f - r).square().mean()),
    loss(near=lambda f, r: (f - r).square().mean().sqrt()),
    loss(near=F.smooth_l1_loss),
    loss(near=lambda f, r: (f - r).flatten(1).norm(dim=1).mean()),
    loss(near=lambda f, r: 0.5 * content(f, r)),
)
key.wrong(
    "sign_cancels",
    "Differences up and down cancel each other.",
    "Take the absolute value of each pixel's difference before the mean.",
    loss(near=lambda f, r: (f - r).mean()),
    loss(near=lambda f, r: (r - f).mean()),
    loss(near=lambda f, r: (f - r).mean().abs()),
    loss(near=lambda f, r: (f - r).flatten(1).mean(1).abs().mean()),
    loss(near=lambda f, r: (f.mean(0) - r.mean(0)).abs().mean()),
)
key.also(
    MEAN_MISSING,
    loss(near=lambda f, r: (f - r).abs().sum(), looks=lambda a: F.softplus(-a).sum()),
    loss(near=lambda f, r: (f - r).abs().flatten(1).mean(1), looks=lambda a: F.softplus(-a).flatten()),
    loss(near=lambda f, r: (f - r).abs().flatten(1).mean(1)),
    loss(looks=lambda a: F.softplus(-a).sum()),
    loss(looks=lambda a: F.softplus(-a)),
    loss(looks=lambda a: F.softplus(-a).flatten()),
    loss(near=lambda f, r: (f - r).abs().sum()),
)
key.wrong(
    "sum_over_pixels",
    "The content is added up over the pixels of a picture.",
    "The mean runs over all pixels of all pictures, so that λ means the same for every size.",
    loss(near=lambda f, r: (f - r).abs().flatten(1).sum(1).mean()),
    loss(near=lambda f, r: (f - r).abs().sum() / len(f)),
    loss(near=lambda f, r: (f - r).abs().sum(1).mean()),
    loss(near=lambda f, r: (f - r).abs().flatten(1).amax(1).mean()),
)
key.wrong(
    "sigmoid_twice",
    "σ is applied twice.",
    "`fake_logits` are logits: softplus and BCE-with-logits apply σ themselves.",
    loss(looks=lambda a: adversary(a.sigmoid())),
    loss(looks=lambda a: -F.logsigmoid(a.sigmoid()).mean()),
)
key.wrong(
    "mean_inside",
    "The mean of the logits is taken before −log σ.",
    "Each fake has a loss of its own: the mean comes last.",
    loss(looks=lambda a: F.softplus(-a.mean())),
    loss(looks=lambda a: -a.sigmoid().mean().log()),
)
key.wrong(
    "not_stable",
    "With logits of ±200 your loss or its slope is NaN, infinite or cut short.",
    "σ(−200) is exactly 0 in float32, and its logarithm infinite. Which function takes logits?",
    share=0.5,
)
key.also(
    DETACHED,
    lambda f, r, a, w: right(f.detach(), r, a, w),
    lambda f, r, a, w: right(f, r, a.detach(), w),
    lambda f, r, a, w: right(f, r, a, w).detach(),
)
