"""Key of the closing question q_accuracy."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "D's accuracy compares two moving players. It falls when fakes get better, and also when D gets worse or G finds "
    "one picture that fools it. Only a measure that does not come from D, such as the Fréchet distance in the "
    "features of a classifier, says which of these it was.",
)
key.wrong(
    "accuracy_is_quality",
    "A D that has got worse would give the same number.",
    "Name two ways in which D's accuracy can fall.",
    "a",
)
key.wrong(
    "accuracy_must_be_high",
    "A D that is always right leaves G little to learn from.",
    "What is D's accuracy when G is perfect?",
    "c",
)
key.wrong(
    "overfitting",
    "A D that learns its pictures by heart gets more accurate on them, not less.",
    "What is D's accuracy when G is perfect?",
    "d",
)
