"""Key of the loss of a one-step student: regression and an adversarial part (https://arxiv.org/abs/2311.17042, section 3.3)."""

import torch
import torch.nn.functional as F

from gan_course.exercises.values import MEAN_MISSING
from gan_grading.keys import Key


def squares(made, target):
    return (made - target).square().sum(1).mean()


def fooled(logits):
    return F.softplus(-logits).mean()


def loss(price=squares, adversarial=fooled, weigh=lambda a, b, w: a + w * b):
    """The loss with another price of the gap, another adversarial part, or another sum."""

    def answer(student, discriminator, z, target, weight):
        made = student(z)
        return weigh(price(made, target), adversarial(discriminator(made)), weight)

    return answer


def cut_from_student(student, discriminator, z, target, weight):
    made = student(z)
    return squares(made, target) + weight * fooled(discriminator(made.detach()))


def regression_cut(student, discriminator, z, target, weight):
    made = student(z)
    return squares(made.detach(), target) + weight * fooled(discriminator(made))


def judged(of):
    """The adversarial part judges something else than the student's samples."""

    def answer(student, discriminator, z, target, weight):
        made = student(z)
        return squares(made, target) + weight * fooled(discriminator(of(made, z, target)))

    return answer


def case(on, flat=False, **sizes):
    return {
        "on": on,
        "given": [
            {"network": "student", "in": "d", "out": "d"},
            {"network": "D", "in": "d", "out": 1, "flat": flat, "curve": "softplus"},
            {"draw": "normal", "shape": ["N", "d"]},
            {"draw": "normal", "shape": ["N", "d"]},
            {"between": [0.3, 3.0]},
        ],
        "sizes": sizes,
    }


def firm(on, bias):
    return {
        "on": on,
        "given": [
            {"network": "student", "in": 2, "out": 2},
            {"network": "D", "weights": [[0.5, -0.5]], "bias": [bias]},
            {"draw": "normal", "shape": [3, 2]},
            {"draw": "normal", "shape": [3, 2]},
            0.5,
        ],
    }


key = Key(
    "of_networks",
    right=loss(),
    learns=0,
    parts=[
        {
            "criterion": "loss of a batch",
            "cases": [
                {
                    "on": "student(z) = z, D(x) = x1 − x2, z = (1, 1), target (1, 3), weight 0.5",
                    "given": [
                        {"network": "student", "weights": [[1.0, 0.0], [0.0, 1.0]]},
                        {"network": "D", "weights": [[1.0, -1.0]]},
                        {"is": [[1.0, 1.0]]},
                        {"is": [[1.0, 3.0]]},
                        0.5,
                    ],
                },
                case("one sample of 3 numbers", N=1, d=3),
                case("several numbers", N=[4, 6], d=1, flat=True),
                case("several points in the plane", N={"hidden": 30, "public": 5}, d=2),
            ],
        },
        {
            "criterion": "where D is sure",
            "cases": [
                firm("logits near −150", -150.0),
                firm("logits near −30", -30.0),
                firm("logits near 150", 150.0),
            ],
            "otherwise": "not_over_the_range",
            "named": False,
            "goes_on": True,
        },
    ],
)
key.wrong(
    "not_over_the_range",
    "Where D rejects firmly your loss is NaN, infinite or cut short.",
    "σ(−150) is 0 in float32, and log 0 is infinite. Which function of torch is log(1 + eᵗ) for any t?",
    share=0.5,
)
key.wrong(
    "weight_forgotten",
    "The weight is missing, or stands in front of the other part.",
    "w says how much the adversarial part counts; the regression counts once.",
    loss(weigh=lambda a, b, w: a + b),
    loss(weigh=lambda a, b, w: w * a + b),
    loss(weigh=lambda a, b, w: w * (a + b)),
    loss(weigh=lambda a, b, w: (1 - w) * a + w * b),
    loss(weigh=lambda a, b, w: w * a + (1 - w) * b),
    loss(weigh=lambda a, b, w: a + b / w),
)
key.wrong(
    "one_part_only",
    "One of the two parts is missing.",
    "The student should come out near its teacher's end point, and look real to D.",
    loss(weigh=lambda a, b, w: a),
    loss(weigh=lambda a, b, w: w * b),
    loss(weigh=lambda a, b, w: b),
    cut_from_student,
    regression_cut,
)
key.wrong(
    "wrong_way",
    "Minimising your loss makes the student's samples look less real to D, or lie farther from the teacher's.",
    "The student plays G's part: it wants D's logits high. And the squares are to become small.",
    loss(adversarial=lambda a: F.softplus(a).mean()),
    loss(adversarial=lambda a: F.logsigmoid(a).mean()),
    loss(weigh=lambda a, b, w: a - w * b),
    loss(weigh=lambda a, b, w: -a - w * b),
    loss(weigh=lambda a, b, w: w * b - a),
    loss(adversarial=lambda a: a.mean()),
)
key.wrong(
    "saturating",
    "Your adversarial part is flat where D rejects the sample: it is the saturating loss of assignment 03.",
    "ζ(−a) is steep where the logit a is far below 0. What is log(1 − σ(a)) there?",
    loss(adversarial=lambda a: -F.softplus(a).mean()),
)
key.wrong(
    "other_adversarial_loss",
    "The adversarial part is another one than ζ(−a).",
    "Each logit goes through ζ, the softplus; then the mean is taken.",
    loss(adversarial=lambda a: -a.mean()),
    loss(adversarial=lambda a: F.relu(1 - a).mean()),
    loss(adversarial=lambda a: (a - 1).square().mean()),
    loss(adversarial=lambda a: -a.sigmoid().mean()),
    loss(adversarial=lambda a: 1 - a.sigmoid().mean()),
    loss(adversarial=lambda a: F.softplus(-a.sigmoid()).mean()),
    loss(adversarial=lambda a: F.softplus(-a.mean())),
)
key.wrong(
    "d_sees_something_else",
    "D judges something else than the student's samples.",
    "What should look real is student(z): neither the teacher's end point nor the noise.",
    judged(lambda made, z, target: target),
    judged(lambda made, z, target: z),
    judged(lambda made, z, target: made - target),
)
key.wrong(
    "mean_over_coordinates",
    "You average the squares over the numbers of a sample as well.",
    "‖·‖² adds the squares of all numbers of a sample; the mean is taken over samples alone. What does F.mse_loss divide by?",
    loss(lambda made, target: (made - target).square().mean()),
    share=0.5,
)
key.wrong(
    "other_price",
    "The gap between student and teacher is not measured by the square of its length.",
    "‖v‖² is the sum of the squares of v's numbers, with no root and no factor.",
    loss(lambda made, target: (made - target).norm(dim=1).mean()),
    loss(lambda made, target: (made - target).abs().sum(1).mean()),
    loss(lambda made, target: (made - target).abs().mean()),
    loss(lambda made, target: (made - target).norm()),
    loss(lambda made, target: 0.5 * squares(made, target)),
    loss(lambda made, target: (made - target).mean(0).square().sum()),
)
key.also(
    MEAN_MISSING,
    loss(lambda made, target: (made - target).square().sum()),
    loss(lambda made, target: (made - target).square().sum(), lambda a: F.softplus(-a).sum()),
    loss(adversarial=lambda a: F.softplus(-a).sum()),
    loss(lambda made, target: (made - target).square().sum(1), lambda a: F.softplus(-a).reshape(-1)),
    loss(lambda made, target: (made - target).square().sum(1)),
)
key.wrong(
    "runs_through_target",
    "The student is asked for something else than z.",
    "student(z): the noise from which the teacher has walked to the target.",
    lambda s, d, z, target, w: loss()(s, d, target, target, w),
    lambda s, d, z, target, w: loss()(s, d, torch.zeros_like(z), target, w),
    lambda s, d, z, target, w: loss()(s, d, z.flip(0), target, w),
)
