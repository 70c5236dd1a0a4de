"""Key of the question about the two meanings of adversarial training."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "In a GAN the opponent is a second network that learns, and the aim is the generator. In robust training "
    "the opponent is an optimisation over each input inside a small box; it has no parameters, is computed "
    "anew in every step, and the aim is the classifier.",
)
key.wrong(
    "same_thing",
    "They share a word and a min-max formula, not the players.",
    "Write down over what the inner maximum runs in either formula.",
    "a",
)
key.wrong(
    "attacker_has_weights",
    "The attacker of robust training has no weights.",
    "What does your pgd keep from one call to the next?",
    "b",
)
key.wrong(
    "exchanged",
    "The two descriptions have changed places.",
    "In which of the two does a generator G appear?",
    "d",
)
