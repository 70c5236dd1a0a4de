"""Key of the question whether P(y | x) is enough to draw pairs."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "P(x, y) = P(y | x)·P(x), and P(x) is not there. Two harbours can agree about what every boat is, and "
    "have entirely different boats. Knowing P(y) as well does not help: it is one number a class, P(x) a "
    "whole distribution.",
)
key.wrong(
    "p_x_missing",
    "Bayes' rule turns the bar round only with P(x) at hand.",
    "P(x | y) = P(y | x)·P(x)/P(y): a factor is unknown.",
    "a",
)
key.wrong(
    "priors_enough",
    "The priors say how frequent the classes are, not what the x are like.",
    "Chain rule: P(x, y) = P(y | x)·P(x). Is P(x) among the things you have?",
    "c",
)
key.wrong(
    "not_about_exactness",
    "The question grants that it is exact.",
    "Even so something is missing in P(x, y) = P(y | x)·P(x).",
    "d",
)
