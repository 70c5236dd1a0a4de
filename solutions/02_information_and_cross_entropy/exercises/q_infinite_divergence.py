"""Key of a closing question: which divergence is infinite."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "q produces the third outcome in one case of three, and p calls it impossible: KL(q‖p) contains "
    "(1/3)·log((1/3)/0) = ∞. The other direction weighs by p, which never produces it, and JS compares "
    "with the mixture, which gives it 1/6.",
)
key.wrong(
    "direction",
    "You took the other direction for the infinite one.",
    "Look for an outcome that the first distribution produces and the second calls impossible.",
    "a",
)
key.wrong(
    "both_infinite",
    "Only one of the two directions meets an outcome it calls impossible.",
    "In KL(p‖q) an outcome with p = 0 adds nothing, whatever q says of it.",
    "c",
)
key.wrong(
    "js_infinite",
    "JS is never infinite.",
    "JS compares with the mixture, which is positive wherever one of the two is.",
    "d",
)
