"""Key of the question about a constant added to all logits."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "Softmax over the K classes sees only differences, so the class stays as it is; Z is multiplied by e⁵, and with it the "
    "odds of real. This one direction, which a classifier of K classes has no use for, is where the (K + 1)-th class lives.",
)
key.wrong(
    "nothing_changes",
    "That would be so if all K + 1 logits were raised together. The fake logit stays at 0.",
    "What does log Σ exp(l + 5) give?",
    "a",
)
key.wrong(
    "class_changes",
    "The class is decided by differences of logits, and these are as before.",
    "What does a softmax do with a constant added to all its inputs?",
    "b",
    "d",
)
