"""Key of closing question 3: what sees that a class has one picture only."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "Class accuracy asks only whether a sample shows the digit that was asked for; one perfect 7 shown a thousand "
    "times passes. The spread of samples of one class, beside that of real digits of the class, sees it at once. A "
    "label accuracy of D cannot: it never compares two samples.",
)
key.wrong(
    "accuracy_sees_variety",
    "The classifier looks at one sample at a time.",
    "Would it notice if all thousand samples were the same picture?",
    "a",
)
key.wrong(
    "spread_over_all",
    "Ten pictures, one a digit, are far from each other.",
    "Which samples must be compared with each other, so that the label is not what makes them differ?",
    "b",
)
key.wrong(
    "d_sees_variety",
    "D judges one pair at a time, and each copy looks real.",
    "Which number compares samples of the same class with each other?",
    "d",
)
