"""Key of the question about what near-linearity is an argument for."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "Near-linearity is the reason that Goodfellow, Shlens and Szegedy (December 2014) give for adversarial "
    "examples. Generative adversarial networks were proposed half a year earlier as a way to train a "
    "generative model without writing down a likelihood. The two ideas share an author and an adjective.",
)
key.wrong(
    "gans_from_near_linearity",
    "GANs do not come from that observation.",
    "What does a GAN produce, and what does this assignment's attack produce? Compare section 1.",
    "a",
)
key.wrong(
    "nonlinearity",
    "The argument runs the other way: the models are not wild, they are too tame.",
    "Which model has a worst case in closed form in section 2?",
    "c",
)
key.wrong(
    "gan_makes_the_examples",
    "No generator takes part: one gradient of the classifier is enough.",
    "Which networks does your fgsm call?",
    "d",
)
