"""Key of the one logit behind two outputs: their difference."""

import math

import torch
import torch.nn.functional as F

from gan_course.exercises.finding import Misconception
from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key


def logit(o):
    return o[:, 1] - o[:, 0]


def case(on, n):
    return {
        "on": on,
        "given": [{"draw": "normal", "shape": ["N", 2], "scale": 2.0}],
        "sizes": {"N": n},
        "slopes": [0],
    }


key = Key(
    "values",
    right=logit,
    returns="tensor",
    names=["the outputs"],
    parts=[
        {
            "criterion": "one logit a row",
            "cases": [
                {
                    "on": "outputs (1, 3), (2, −1) and (0, 0.5)",
                    "given": [{"is": [[1.0, 3.0], [2.0, -1.0], [0.0, 0.5]]}],
                    "slopes": [0],
                },
                case("3 rows", 3),
                case("many rows", {"hidden": 40, "public": 6}),
            ],
        },
        {"criterion": "a batch of one row", "cases": [case("1 row", 1)], "otherwise": "lost_dimension"},
        {
            "criterion": "outputs of ±200",
            "cases": [
                {
                    "on": "outputs of ±200",
                    "given": [
                        {
                            "is": [
                                [200.0, -200.0],
                                [-200.0, 200.0],
                                [150.0, 148.0],
                                [-190.0, -100.0],
                                [0.0, 30.0],
                            ]
                        }
                    ],
                    "slopes": [0],
                },
                {
                    "on": "outputs of any size",
                    "given": [{"draw": "signed", "shape": ["N", 2], "low": 1e-2, "high": 300.0}],
                    "sizes": {"N": {"hidden": 60, "public": 5}},
                    "slopes": [0],
                },
            ],
            "otherwise": "overflows",
            "named": False,
            "goes_on": True,
        },
    ],
)
WRONG = (
    Misconception(
        "wrong_output",
        "Your number is the logit of output 0.",
        "σ of it has to be the probability of output 1. Which sign has it where output 1 is the larger?",
    ),
    Misconception(
        "probability",
        "You return a probability, not the logit that has it as its σ.",
        "Write softmax as one fraction 1/(1 + e^…): the exponent tells the logit.",
    ),
    Misconception(
        "log_probability",
        "You return the logarithm of a probability, which is never positive.",
        "A logit is positive where output 1 is the likelier one: it is the logarithm of the odds.",
    ),
    Misconception(
        "one_output",
        "Only one of the two outputs plays a part.",
        "Add the same number to both outputs: softmax does not change. Does yours?",
    ),
    Misconception(
        "changes_with_a_shift",
        "Your number changes when both outputs grow by the same amount, and softmax does not.",
        "What can be made of two numbers that stays the same when both are shifted?",
    ),
    Misconception(
        "scaled",
        "Your number is a multiple of the logit, or its size.",
        "Divide numerator and denominator of softmax by the numerator: which exponent is left, and with which factor?",
    ),
    Misconception(
        "decision",
        "You return only which output is larger.",
        "σ of your number has to be the softmax, which also says how sure it is.",
    ),
)
FORMS = (
    (lambda o: -logit(o),),
    (
        lambda o: torch.sigmoid(logit(o)),
        lambda o: torch.sigmoid(-logit(o)),
        lambda o: 2 * torch.sigmoid(logit(o)) - 1,
        lambda o: 1 - 2 * torch.sigmoid(logit(o)),
    ),
    (lambda o: F.logsigmoid(logit(o)), lambda o: F.logsigmoid(-logit(o))),
    (lambda o: o[:, 1], lambda o: o[:, 0]),
    (
        lambda o: o.sum(1),
        lambda o: o.mean(1),
        lambda o: o[:, 1] / o[:, 0],
        lambda o: o.logsumexp(1),
        lambda o: o.max(1).values,
        lambda o: o[:, 1] * o[:, 0],
        lambda o: torch.sigmoid(o[:, 1]) - torch.sigmoid(o[:, 0]),
    ),
    (
        lambda o: logit(o) / 2,
        lambda o: 2 * logit(o),
        lambda o: logit(o).abs(),
        lambda o: logit(o) / math.log(2),
    ),
    (lambda o: o.argmax(1), lambda o: o.argmax(1).float(), lambda o: torch.sign(logit(o))),
)
for misconception, forms in zip(WRONG, FORMS, strict=True):
    key.also(misconception, *forms)
key.also(DETACHED, lambda o: logit(o).detach())
key.wrong(
    "one_output_detached",
    "A gradient reaches only one of the two outputs.",
    "The logit falls with output 0 as it grows with output 1: nothing may cut the graph of either.",
    lambda o: o[:, 1] - o[:, 0].detach(),
    lambda o: o[:, 1].detach() - o[:, 0],
)
key.wrong(
    "column",
    "The result has shape (N, 1).",
    "A row of shape (N,) is asked. With labels of shape (N,), a column makes an N×N table.",
    lambda o: logit(o)[:, None],
    share=0.5,
)
key.wrong(
    "both_probabilities",
    "You return two numbers a row.",
    "One number a row is asked, whose σ is the probability of output 1.",
    lambda o: o.softmax(1),
    lambda o: o.log_softmax(1),
    lambda o: o - o[:, :1],
    lambda o: torch.stack([-o[:, 1], logit(o)], dim=1),
    lambda o: o - o.flip(1),
    lambda o: o.flip(1) - o,
    lambda o: o,
)
key.wrong(
    "lost_dimension",
    "For a batch of a single row the result is no longer of shape (N,).",
    "squeeze() without a number drops every dimension of size 1, the batch's too: say which one should go.",
    lambda o: logit(o).squeeze(),
    share=0.5,
)
key.wrong(
    "one_number",
    "You return one number for all rows together.",
    "Each row has a logit of its own: the result has shape (N,).",
    lambda o: logit(o).mean(),
    lambda o: logit(o).sum(),
)
key.wrong(
    "rows_for_columns",
    "You subtract samples from each other, not the outputs of one sample.",
    "outputs[1] is the second row. The second column is outputs[:, 1].",
    lambda o: o[1] - o[0],
    lambda o: o[0] - o[1],
)
key.wrong(
    "overflows",
    "The logit is wrong, infinite or NaN for outputs of ±200.",
    "There softmax is rounded to 0 or 1 and nothing can be read from it. Is it needed at all?",
    share=0.5,
)
for misconception, forms in zip(WRONG, FORMS, strict=True):
    key.also(misconception, *(lambda o, form=form: form(o)[:, None] for form in forms))
    key.also(misconception, *(lambda o, form=form: form(o).detach() for form in forms))
