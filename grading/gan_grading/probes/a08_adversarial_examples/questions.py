"""Probes of the closing questions about adversarial examples."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception
from gan_grading.probes.questions import choice_question, number_question

LINEAR = number_question(
    "q_linear_change",
    -75.0,
    "Each of the 150,000 pixels contributes −ε|wᵢ|, so the score falls by ε‖w‖₁ = 0.01 · 150,000 · 0.05 = 75, whatever "
    "the signs of the weights. No pixel has changed by more than one hundredth of the range: many small "
    "changes in the right direction add up, and that is the whole of the near-linearity argument.",
    tolerance=0.05,
    wrong={
        75.0: Misconception(
            "sign",
            "The size is right, the sign is not.",
            "The worst case lowers the score.",
        ),
        -0.194: Misconception(
            "as_by_chance",
            "That is about what a random perturbation does.",
            "By chance the terms cancel, and √d is left. In the worst case all of them have the same sign.",
        ),
        -7500.0: Misconception(
            "epsilon_missing",
            "That is the sum of all weights' sizes, without ε.",
            "Each pixel moves by ε = 0.01, not by 1.",
        ),
    },
)
LECTURE = choice_question(
    "q_why_gans",
    right="b",
    explanation=(
        "Near-linearity is the reason that Goodfellow, Shlens and Szegedy (December 2014) give for adversarial "
        "examples. Generative adversarial networks were proposed half a year earlier as a way to train a "
        "generative model without writing down a likelihood. The two ideas share an author and an adjective."
    ),
    wrong={
        "a": Misconception(
            "gans_from_near_linearity",
            "GANs do not come from that observation.",
            "What does a GAN produce, and what does this assignment's attack produce? Compare section 1.",
        ),
        "c": Misconception(
            "nonlinearity",
            "The argument runs the other way: the models are not wild, they are too tame.",
            "Which model has a worst case in closed form in section 2?",
        ),
        "d": Misconception(
            "gan_makes_the_examples",
            "No generator takes part: one gradient of the classifier is enough.",
            "Which networks does your fgsm call?",
        ),
    },
)
TWO_MEANINGS = choice_question(
    "q_adversarial_training",
    right="c",
    explanation=(
        "In a GAN the opponent is a second network that learns, and the aim is the generator. In robust training "
        "the opponent is an optimisation over each input inside a small box; it has no parameters, is computed "
        "anew in every step, and the aim is the classifier."
    ),
    wrong={
        "a": Misconception(
            "same_thing",
            "They share a word and a min-max formula, not the players.",
            "Write down over what the inner maximum runs in either formula.",
        ),
        "b": Misconception(
            "attacker_has_weights",
            "The attacker of robust training has no weights.",
            "What does your pgd keep from one call to the next?",
        ),
        "d": Misconception(
            "exchanged",
            "The two descriptions have changed places.",
            "In which of the two does a generator G appear?",
        ),
    },
)
FGSM_ALONE = choice_question(
    "q_fgsm_alone",
    right="d",
    explanation=(
        "An attack gives an upper bound of robust accuracy: what it breaks is broken, what it does not break may "
        "still fall to a better attack. The network of section 6 stood against FGSM and fell to PGD, because the gradient at "
        "x was made to point the wrong way. A claim of robustness needs the strongest attacks one can run."
    ),
    wrong={
        "a": Misconception(
            "fgsm_proves_robustness",
            "FGSM tries one point of the box. The others were never looked at.",
            "What did PGD do to the network that stood against FGSM?",
        ),
        "b": Misconception(
            "lower_bound",
            "The bound goes the other way.",
            "Can a stronger attack raise the accuracy, or only lower it?",
        ),
        "c": Misconception(
            "attack_is_exact",
            "The sign step is exact only where the loss is linear across the whole box.",
            "For which kind of model is FGSM the worst case? Is a convolutional network of that kind?",
        ),
    },
)

PROBES = (LINEAR, LECTURE, TWO_MEANINGS, FGSM_ALONE)
