"""Key of the question about the probability of real with ten logits of 0."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    10 / 11,
    "Z = Σ exp(0) = 10, and p = Z / (Z + 1) = 10/11 ≈ 0.909. With the eleventh logit fixed at 0, eleven equal logits share "
    "the probability alike, and ten of the eleven are real. A fresh network therefore begins by believing everything.",
    tolerance=0.002,
)
key.wrong(
    "one_half",
    "That is σ(0), the probability of an ordinary discriminator with a logit of 0.",
    "Here ten logits of 0 stand for real and one for fake.",
    0.5,
)
key.wrong(
    "one_tenth",
    "That is the probability of one class among the real ones.",
    "Asked is the probability that the picture is real, whatever its class.",
    0.1,
)
key.wrong(
    "fake",
    "That is the probability of fake.",
    "Ten of the eleven classes are real.",
    1 / 11,
)
key.wrong(
    "sure",
    "The K classes do not share the whole: the fake class has a part.",
    "Add exp(0) for the fake class to the denominator.",
    1.0,
)
