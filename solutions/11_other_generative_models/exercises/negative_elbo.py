"""Key of the negative evidence lower bound (Kingma & Welling 2013, https://arxiv.org/abs/1312.6114, equation 3)."""

import torch
import torch.nn.functional as F

from gan_course.exercises.values import DETACHED, MEAN_MISSING
from gan_grading.keys import Key


def pixels(logits, x):
    return F.binary_cross_entropy_with_logits(logits, x, reduction="none").flatten(1)


def right(logits, x, kl):
    return (pixels(logits, x).sum(1) + kl).mean()


def instead(reconstruction):
    """The right loss with another price of the reconstruction, one number a picture."""
    return lambda logits, x, kl: (reconstruction(logits, x) + kl).mean()


def squared(logits, x):
    return (logits.sigmoid() - x).square().flatten(1)


def case(on, height=3, width=4, logits=None, **sizes):
    shape = ["N", 1, height, width]
    given = [
        {"draw": "normal", "shape": shape, "scale": 2.0, "bound": 6.0, **(logits or {})},
        {"draw": "labels", "shape": shape, "share": 0.3},
        {"draw": "small", "shape": ["N"], "low": 0.05, "high": 30.0},
    ]
    return {"on": on, "given": given, "sizes": sizes, "slopes": [0, 2]}


key = Key(
    "values",
    right=right,
    names=["logits", "x", "kl"],
    several=MEAN_MISSING.id,
    parts=[
        {
            "criterion": "loss of a batch",
            "cases": [
                {
                    "on": "one picture of two pixels, white and black, logits (2, 2), kl 1",
                    "given": [
                        {"is": [[[[2.0, 2.0]]]]},
                        {"is": [[[[1.0, 0.0]]]]},
                        {"is": [1.0]},
                    ],
                    "slopes": [0, 2],
                },
                case("a few pictures of 3×4 pixels", N=[4, 6]),
                case("one picture of 2×2 pixels", 2, 2, N=1),
                case("many pictures of 2×3 pixels", 2, 3, N={"hidden": 50, "public": 7}),
            ],
        },
        {
            "criterion": "logits of any size",
            "cases": [
                {
                    "on": "logits of ±200",
                    "given": [
                        {"is": [[[[200.0, -200.0]]], [[[-200.0, 200.0]]]]},
                        {"is": [[[[1.0, 0.0]]], [[[1.0, 1.0]]]]},
                        {"is": [0.5, 2.0]},
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
    "mean_over_pixels",
    "The cross-entropy is averaged over the pixels, so it weighs far too little beside the KL term.",
    "log P(x | z) of a picture is the sum over its pixels. Only over the pictures is there a mean: what does "
    "the loss's `reduction` do by default?",
    lambda logits, x, kl: F.binary_cross_entropy_with_logits(logits, x) + kl.mean(),
    instead(lambda logits, x: pixels(logits, x).mean(1)),
    lambda logits, x, kl: F.binary_cross_entropy_with_logits(logits, x) + kl.sum(),
    lambda logits, x, kl: (
        F.binary_cross_entropy_with_logits(logits, x) + kl.mean() / pixels(logits, x).shape[1]
    ),
    lambda logits, x, kl: right(logits, x, kl) / pixels(logits, x).shape[1],
    lambda logits, x, kl: -F.binary_cross_entropy_with_logits(logits, x) - kl.mean(),
)
key.wrong(
    "kl_subtracted",
    "The KL term has the wrong sign.",
    "It is taken off the bound, so the negative bound, which you minimise, has it with a plus: codes that stray from the prior cost.",
    lambda logits, x, kl: (pixels(logits, x).sum(1) - kl).mean(),
    lambda logits, x, kl: F.binary_cross_entropy_with_logits(logits, x) - kl.mean(),
)
key.wrong(
    "bound_itself",
    "You return the bound itself, or something else that gets better as it grows.",
    "Optimisers minimise. What has to be minimised so that the bound rises?",
    lambda logits, x, kl: -right(logits, x, kl),
    lambda logits, x, kl: (kl - pixels(logits, x).sum(1)).mean(),
)
key.wrong(
    "kl_weight",
    "The KL term is missing, or counted with another weight than 1.",
    "Both terms are in nats a picture: they can be added as they are. (With a weight of its own the model is called a β-VAE.)",
    lambda logits, x, kl: pixels(logits, x).sum(1).mean(),
    lambda logits, x, kl: pixels(logits, x).sum(1).mean() + kl.sum(),
    lambda logits, x, kl: pixels(logits, x).sum() + kl.mean(),
    lambda logits, x, kl: pixels(logits, x).sum(1).mean() + kl.mean() / len(x),
    lambda logits, x, kl: pixels(logits, x).sum(1).mean() + 0.5 * kl.mean(),
    lambda logits, x, kl: pixels(logits, x).sum(1).mean() + kl.mean() / pixels(logits, x).shape[1],
    lambda logits, x, kl: F.binary_cross_entropy_with_logits(logits, x),
)
key.wrong(
    "reconstruction_missing",
    "The price of the picture itself is missing, or does not reach the loss whole.",
    "Without it every code could be the prior: the picture would not matter.",
    lambda logits, x, kl: kl.mean(),
    lambda logits, x, kl: kl.sum(),
)
key.also(
    MEAN_MISSING,
    lambda logits, x, kl: (pixels(logits, x).sum(1) + kl).sum(),
    lambda logits, x, kl: pixels(logits, x).sum(1) + kl,
    lambda logits, x, kl: pixels(logits, x).sum() + kl,
)
key.wrong(
    "squared_error",
    "The pictures are compared by squared or absolute differences.",
    "The pixels are black or white: the loss of a coin with chance σ(a) is the cross-entropy.",
    *(
        instead(lambda logits, x, of=of, by=by: by * of(logits, x).sum(1))
        for of in (
            squared,
            lambda logits, x: (logits - x).square().flatten(1),
            lambda logits, x: (logits.sigmoid() - x).abs().flatten(1),
        )
        for by in (1.0, 0.5)
    ),
    instead(lambda logits, x: squared(logits, x).mean(1)),
    lambda logits, x, kl: F.mse_loss(logits, x) + kl.mean(),
    lambda logits, x, kl: F.mse_loss(logits.sigmoid(), x) + kl.mean(),
)
key.wrong(
    "probabilities_as_logits",
    "σ is applied twice, or not at all.",
    "The decoder gives logits. Does the function you call expect logits or probabilities?",
    instead(lambda logits, x: pixels(logits.sigmoid(), x).sum(1)),
    lambda logits, x, kl: F.binary_cross_entropy_with_logits(logits.sigmoid(), x) + kl.mean(),
    instead(lambda logits, x: F.binary_cross_entropy(logits, x, reduction="none").flatten(1).sum(1)),
)
key.wrong(
    "picture_turned",
    "Your loss is small for the negative of the picture, or leaves the black pixels or the white ones out.",
    "A white pixel costs −log σ(a), a black one −log(1 − σ(a)): both kinds count.",
    instead(lambda logits, x: pixels(-logits, x).sum(1)),
    instead(lambda logits, x: (-x * F.logsigmoid(logits)).flatten(1).sum(1)),
    instead(lambda logits, x: (-(1 - x) * F.logsigmoid(-logits)).flatten(1).sum(1)),
    instead(lambda logits, x: (-F.logsigmoid(logits)).flatten(1).sum(1)),
    instead(
        lambda logits, x: F.binary_cross_entropy_with_logits(x, logits, reduction="none").flatten(1).sum(1)
    ),
    instead(
        lambda logits, x: (
            F.binary_cross_entropy_with_logits(x, logits.sigmoid(), reduction="none").flatten(1).sum(1)
        )
    ),
)
key.wrong(
    "wrong_axes",
    "Your sum does not run over all pixels of each picture.",
    "Shape (N, 1, H, W): which dimensions belong to one picture?",
    *(
        lambda logits, x, kl, over=over: (
            F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(over).mean() + kl.mean()
        )
        for over in (0, 2, 3, (0, 2))
    ),
)
key.wrong(
    "base_two",
    "The cross-entropy, or the whole loss, is in bits.",
    "The KL term comes in nats, so the other one has to be in nats too.",
    lambda logits, x, kl: right(logits, x, kl) / torch.log(torch.tensor(2.0)),
    instead(lambda logits, x: pixels(logits, x).sum(1) / torch.log(torch.tensor(2.0))),
)
key.wrong(
    "not_stable",
    "With logits of ±200 your loss or its slope is NaN, infinite or cut short.",
    "σ(200) is exactly 1 in float32, so log(1 − σ) is log 0. Which function takes logits?",
    share=0.5,
)
key.also(
    DETACHED,
    lambda logits, x, kl: right(logits, x, kl.detach()),
    lambda logits, x, kl: right(logits.detach(), x, kl),
    lambda logits, x, kl: right(logits, x, kl).detach(),
)
