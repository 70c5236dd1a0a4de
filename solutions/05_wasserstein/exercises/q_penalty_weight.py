"""Key of a closing question: what the weight of the penalty depends on."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "λ multiplies a number without units (the norm's distance from 1) and stands beside a distance in the units "
    "of the data. On data of another size, the same λ is another rule: so it is a setting, and it is measured.",
)
key.wrong(
    "law_of_nature",
    "10 is what the paper found good on its data, not a law.",
    "Look at your table: what did the ring say to λ = 10?",
    "a",
)
key.wrong(
    "larger_is_better",
    "Your table says otherwise: a larger λ is not always better.",
    "What is left of the loss beside a very large penalty?",
    "c",
)
key.wrong(
    "no_influence",
    "Your table says otherwise: λ does matter.",
    "Compare the rows that differ in λ alone.",
    "d",
)
