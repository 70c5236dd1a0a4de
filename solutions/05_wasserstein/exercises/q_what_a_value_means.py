"""Key of a closing question: what one value of a critic says."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "d",
    "Add 100 to every value of the critic: both averages grow by 100, their difference and every slope stay. "
    "So one value alone says nothing, not even its sign; only differences do.",
)
HINT = "What changes in loss and slopes if you add 100 to all values?"
key.wrong("logit", "There is no sigmoid in this game, so 3 is no logit.", HINT, "a")
key.wrong(
    "distance_of_sample",
    "The distance is a difference of two averages, not the value of one sample.",
    HINT,
    "b",
)
key.wrong("sign_is_verdict", "A critic has no zero line between real and fake.", HINT, "c")
