"""Key of the question about a recipe that works on the public variant alone."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "Centre and scale change from variant to variant. Numbers read off the public one leave the hidden rows far "
    "from where the generator starts; measured on the rows that came in, they fit every variant.",
)
key.wrong(
    "seed",
    "A seed makes a run repeatable; it does not tie it to one variant.",
    "Which line holds numbers of the data?",
    "a",
)
key.wrong(
    "weights",
    "Averaged weights know nothing of the data's scale.",
    "Which line holds numbers of the data?",
    "c",
)
key.wrong(
    "batch",
    "A batch of 128 rows fits any variant: each has 1,000 rows.",
    "What changes from variant to variant, and what does not?",
    "d",
)
