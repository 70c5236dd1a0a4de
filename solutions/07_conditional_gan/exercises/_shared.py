"""Misconceptions that several exercises of this assignment share."""

from gan_course.exercises.finding import Misconception

SIGMOID_TWICE = Misconception(
    "sigmoid_twice",
    "A sigmoid is applied twice on the way to your loss.",
    "D returns a logit, and a function that takes logits applies σ by itself.",
)
NO_LOG = Misconception(
    "no_logarithm",
    "The logarithm of the formula is missing from your loss, or stands in another place.",
    "The formula takes a logarithm for each sample, of the probability of the right verdict, and then the mean.",
)
