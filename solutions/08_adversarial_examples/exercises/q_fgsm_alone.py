"""Key of the question about a robustness that is measured by FGSM alone."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "d",
    "An attack gives an upper bound of robust accuracy: what it breaks is broken, what it does not break may "
    "still fall to a better attack. The network of section 6 stood against FGSM and fell to PGD, because the gradient at "
    "x was made to point the wrong way. A claim of robustness needs the strongest attacks one can run.",
)
key.wrong(
    "fgsm_proves_robustness",
    "FGSM tries one point of the box. The others were never looked at.",
    "What did PGD do to the network that stood against FGSM?",
    "a",
)
key.wrong(
    "lower_bound",
    "The bound goes the other way.",
    "Can a stronger attack raise the accuracy, or only lower it?",
    "b",
)
key.wrong(
    "attack_is_exact",
    "The sign step is exact only where the loss is linear across the whole box.",
    "For which kind of model is FGSM the worst case? Is a convolutional network of that kind?",
    "c",
)
