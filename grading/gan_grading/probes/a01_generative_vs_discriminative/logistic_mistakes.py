"""How a logistic loss and its gradient can be wrong."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception

SIGN = Misconception(
    "sign",
    "The sign is turned round.",
    "The loss is the negative log-likelihood, and its gradient is prediction minus truth: uphill.",
)

WRONG_AXIS = Misconception(
    "wrong_axis",
    "Softmax runs over the rows, not over the classes.",
    "The probabilities of one row, over all classes, add up to 1. Which dimension is that?",
)

NO_LOG = Misconception(
    "no_logarithm",
    "Your loss is built on probabilities or squares, without the logarithm.",
    "The likelihood of all labels is a product; its logarithm is a sum.",
)

ONE_VERSUS_REST = Misconception(
    "one_versus_rest",
    "Each class is judged by a sigmoid of its own.",
    "The classes compete for one whole: softmax over all of them.",
)

NO_BIAS = Misconception(
    "bias_missing",
    "The bias plays no part in your scores.",
    "a_k = w_k·x + b_k.",
)

NO_TRUTH = Misconception(
    "truth_missing",
    "In your gradient the truth is not subtracted from the prediction.",
    "The second term of the loss, −a_y, has a derivative, too.",
)

OVER_CLASSES = Misconception(
    "mean_over_classes",
    "The mean runs over classes (or features) as well.",
    "One row has one loss; the mean runs over the N rows alone.",
)

NOT_LABEL = Misconception(
    "not_the_label",
    "Your loss does not pick the probability of the row's own label.",
    "Of each row only −log P(label | x) counts.",
)

TRANSPOSED = Misconception(
    "transposed",
    "The gradient of the weights has shape (d, K).",
    "A gradient has the shape of what it is the gradient of: (K, d).",
    share=0.5,
)

OTHER_GRADIENT = Misconception(
    "other_gradient",
    "Your gradient is not that of this loss: another factor, or none, multiplies the error.",
    "Chain rule: the error of class k times the derivative of a_k, which is x for the weights and 1 for the bias.",
)

PENALTY = Misconception(
    "penalty_added",
    "A penalty on the weights has been added.",
    "The exercise asks for the plain loss; the penalty is added outside.",
)

TWICE = Misconception(
    "softmax_twice",
    "Softmax was applied twice on the way to your loss.",
    "Functions like F.cross_entropy take scores and apply it by themselves.",
)

OVERFLOWS = Misconception(
    "overflows",
    "At scores of ±200 the loss or its gradient is infinite, NaN or cut off.",
    "The probability of the label is rounded to 0 before its logarithm is taken. log_softmax does both at once.",
    share=0.5,
)
