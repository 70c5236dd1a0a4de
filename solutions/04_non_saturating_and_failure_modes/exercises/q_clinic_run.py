"""Key of a closing question: a run on the ring that is ill."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "D is right every time from the start, G's gradient is tiny and shrinks further, and G does not "
    "move: D is far ahead, and G learns from log(1 - D), which is flat where D is sure.",
)
key.wrong(
    "slow_d",
    "A D that is too slow is wrong again and again, and the blob travels. This one is right every "
    "time, and nothing moves.",
    "What is D's accuracy during a collapse?",
    "a",
)
key.wrong(
    "wrong_sign",
    "With the wrong sign the samples would flee from the data. They do not move.",
    "Compare the first and the last panel of samples.",
    "b",
)
key.wrong(
    "r1_too_strong",
    "A penalty that is too strong makes D flat and unsure: near 50%. This D is right every time.",
    "What would the accuracy be for a D that says nearly the same everywhere?",
    "d",
)
