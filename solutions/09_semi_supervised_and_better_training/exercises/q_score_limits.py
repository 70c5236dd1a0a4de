"""Key of the question about a generator that gets the best Inception score."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "d",
    "The score looks at p(y|x) and at their mean, and at nothing else. One clear picture of each class, drawn again and "
    "again, is sure of each and varied together: 10 of 10. Whether they were copied from the training data, or whether all "
    "sevens are the same seven, it cannot see. A distance to held-out data and the variety within a class can.",
)
key.wrong(
    "trusts_the_score",
    "The score is as high for ten pictures shown again and again.",
    "Section 7 measured a copier of ten pictures. What did it get?",
    "a",
    "b",
)
key.wrong(
    "sees_classes",
    "A class that is missing does lower the score: p(y) is narrower.",
    "What is H(p(y)) for nine classes, and for ten?",
    "c",
)
