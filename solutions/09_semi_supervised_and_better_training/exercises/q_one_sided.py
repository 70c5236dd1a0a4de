"""Key of the question about smoothing fakes as well."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "With targets α for real and β for fake the best D is (α p_data + β p_g) / (p_data + p_g). Where there are only fakes it "
    "is β: with β > 0 D tells samples in the middle of nowhere that they are somewhat real, and they have less "
    "reason to move. With β = 0 the best D is α times the old one, and G is pulled the same way as before.",
)
key.wrong(
    "wrong_reason",
    "Smoothing does not depend on how many fakes there are, nor on whether they can be counted.",
    "Write down the best D for targets α and β. What is left of it where p_data is 0?",
    "a",
    "c",
)
key.wrong(
    "saturates",
    "It is the other way round: a target below 1 keeps D from being sure.",
    "Which D minimises −β log D − (1 − β) log(1 − D)?",
    "d",
)
