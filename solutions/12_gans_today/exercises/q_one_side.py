"""Key of a closing question: what a generator learns where the real side alone is augmented."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "What D is shown as real is a picture with squares, so that is what G has to draw to pass for real. With the "
    "same squares on the fakes, G draws clean digits: the squares come later, to both alike.",
)
key.wrong(
    "averages_out",
    "Nothing averages: each real picture that D sees has a square, so a digit without one looks fake.",
    "Which pictures does D call real?",
    "a",
)
key.wrong(
    "no_slope",
    "D tells the two apart at first, as in any game, and its slope shows G the way: to the squares.",
    "What can G change so that its pictures look like those that D calls real?",
    "b",
)
key.wrong(
    "fewer_kinds",
    "Fewer kinds would not make the fakes look like what D calls real.",
    "Which pictures does D call real?",
    "d",
)
