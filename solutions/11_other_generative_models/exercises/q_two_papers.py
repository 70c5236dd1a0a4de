"""Key of the question about two papers' Fréchet distances."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "d",
    "A Fréchet distance depends on the features, on the number of samples and on the code that computes it. "
    "Numbers of two rulers cannot be compared, and even with one ruler a copier of the training set wins: "
    "a test for copies has to stand beside it.",
)
key.wrong(
    "smaller_is_better",
    "Smaller is better only with the same features and the same number of samples.",
    "Section 7 measured the same pictures with three sets of features. Did their order stay?",
    "a",
)
key.wrong(
    "better_or_memory",
    "It is good to think of memory, but two rulers cannot be compared at all.",
    "Each paper used a classifier of its own. What happened to the numbers when the features changed?",
    "b",
)
key.wrong(
    "larger_is_varied",
    "A larger distance does not mean variety.",
    "Which measure tells variety from quality?",
    "c",
)
