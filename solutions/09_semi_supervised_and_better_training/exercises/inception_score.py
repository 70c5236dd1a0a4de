"""Key of the Inception score, exp E KL(p(y|x) ‖ p(y)) (Salimans et al. 2016, section 4)."""

import math

import torch

from gan_grading.keys import Key


def xlogy(p, q):
    return torch.xlogy(p, q)


def entropy(p):
    return -xlogy(p, p).sum(-1)


def divergences(p):
    """KL of each row from the mean row, in nats."""
    return (xlogy(p, p) - xlogy(p, p.mean(0).expand_as(p))).sum(1)


def right(p):
    return divergences(p).mean().exp()


def swapped(p):
    q = p.mean(0).expand_as(p)
    return (q * (q / p.clamp_min(1e-8)).log()).sum(1).mean().exp()


def rows(n, k, zeros=()):
    return {"draw": "distribution", "shape": [n, k], "low": 1e-3, "zeros": list(zeros)}


def answers(*written):
    return [{"is": [list(map(float, row)) for row in written]}]


key = Key(
    "values",
    right=right,
    names=["probabilities"],
    parts=[
        {
            "criterion": "sure of each, varied together",
            "cases": [
                {"on": "the two pictures of the text", "given": answers((0.9, 0.1), (0.2, 0.8))},
                {"on": "several pictures, ten classes", "given": [rows("N", 10)], "sizes": {"N": [4, 7]}},
                {
                    "on": "many pictures, three classes",
                    "given": [rows("N", 3)],
                    "sizes": {"N": {"hidden": 300, "public": 12}},
                },
                {"on": "one picture", "given": [rows(1, 5)]},
                {"on": "as many pictures as classes", "given": [rows(4, 4)]},
                {"on": "the same answer for each", "given": answers((0.6, 0.3, 0.1), (0.6, 0.3, 0.1))},
            ],
        },
        {
            "criterion": "probabilities that are exactly 0",
            "cases": [
                {
                    "on": "sure answers, four classes",
                    "given": answers((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)),
                },
                {"on": "sure answers, a class never seen", "given": answers((1, 0, 0), (0, 1, 0), (0, 1, 0))},
                {"on": "a class with probability 0 everywhere", "given": [rows(5, 6, (2,))]},
            ],
            "otherwise": "nan_at_zero",
            "named": False,
            "goes_on": True,
        },
    ],
)
key.wrong(
    "no_exponential",
    "You return the mean divergence, not its exponential.",
    "exp(…) at the end makes it a number of classes, between 1 and K.",
    lambda p: divergences(p).mean(),
    lambda p: -divergences(p).mean(),
    lambda p: divergences(p).mean() / math.log(2),
)
key.wrong(
    "exponential_first",
    "You take the exponential of each divergence and average afterwards.",
    "First the mean over the pictures, then exp.",
    lambda p: divergences(p).exp().mean(),
)
key.wrong(
    "swapped",
    "The two distributions in the divergence have changed places, or the sign of the exponent has.",
    "KL(p(y|x) ‖ p(y)): pictures happen as p(y|x) says, and p(y) is what they are compared with.",
    swapped,
    lambda p: (-divergences(p).mean()).exp(),
)
key.wrong(
    "uniform_marginal",
    "You compare with equally likely classes, not with the mean of the answers.",
    "p(y) is the mean of p(y|x) over the samples. If they are all sevens, it says seven.",
    lambda p: (math.log(p.shape[1]) - entropy(p)).mean().exp(),
    lambda p: (p.shape[1] * p.max(1).values).mean(),
)
key.wrong(
    "one_entropy",
    "Only one of the two entropies makes your score.",
    "The score is exp(H(p(y)) − mean H(p(y|x))): varied together and sure of each.",
    lambda p: entropy(p.mean(0)).exp(),
    lambda p: entropy(p).mean().exp(),
    lambda p: (-entropy(p).mean()).exp(),
    lambda p: (entropy(p.mean(0)) + entropy(p).mean()).exp(),
)
key.wrong(
    "mean_over_classes",
    "You average over the classes where the divergence has a sum.",
    "A divergence is a sum over classes; the mean runs over pictures.",
    lambda p: (divergences(p) / p.shape[1]).mean().exp(),
)
key.wrong(
    "sum_over_pictures",
    "You add up over the pictures where the formula has a mean.",
    "Twice as many samples of the same kind must get the same score.",
    lambda p: divergences(p).sum().exp(),
    lambda p: (divergences(p).sum() / p.shape[1]).exp(),
)
key.wrong(
    "base_two",
    "Your logarithm and your exponential have different bases.",
    "With the natural logarithm comes exp; with log2 would come 2 to the power.",
    lambda p: (divergences(p).mean() / math.log(2)).exp(),
    lambda p: 2 ** divergences(p).mean(),
)
key.wrong(
    "softmax_first",
    "The probabilities go through a softmax, as if they were logits.",
    "They add up to 1 already.",
    lambda p: right(p.softmax(1)),
)
key.wrong(
    "one_number_per_picture",
    "You return one number per picture.",
    "The score is one number for the whole batch of samples.",
    lambda p: divergences(p).exp(),
    divergences,
)
key.wrong(
    "nan_at_zero",
    "The score is NaN, infinite, wrong or an error where a class has probability 0.",
    "A class that is ruled out adds nothing: 0·log 0 counts as 0, as in assignment 02. torch.xlogy knows that.",
    share=0.5,
)
