"""Probes of the closing questions of the conditional assignment."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception
from gan_grading.probes.questions import choice_question, number_question

BLIND = number_question(
    "q_blind_discriminator",
    0.1,
    "D's verdict is the only thing G hears. If the verdict does not depend on y, no gradient ever tells G that a 7 "
    "was asked for: whatever G does with y, it is not punished for it. Its samples are digits, but the digit has "
    "nothing to do with the label, and one in ten fits by chance (with ten classes of equal size).",
    tolerance=0.021,
    wrong={
        1.0: Misconception(
            "g_hears_y_by_itself",
            "G is given y, but nobody tells it what y means.",
            "Through which network does everything reach G that it knows about the data?",
        ),
        0.0: Misconception(
            "never_right",
            "To be wrong every time, G would have to know the right class and avoid it.",
            "How often does a label drawn blindly fit?",
        ),
        0.5: Misconception(
            "coin",
            "A coin has two sides, the digits have ten classes.",
            "How often does a label drawn blindly fit?",
        ),
        10.0: Misconception(
            "as_percent", "The answer is given in percent.", "A number between 0 and 1 is asked for."
        ),
    },
)
WEIGHTS = number_question(
    "q_condition_weights",
    2560,
    "One-hot y adds 10 columns to the input of the first layer, and each column has one weight for each of the 256 "
    "units: 10 · 256 = 2,560. The column of class k is a vector of 256 numbers that is added when y = k: one-hot "
    "followed by a linear layer is an embedding with 256 columns.",
    tolerance=0.5,
    wrong={
        256: Misconception(
            "one_column",
            "That is the cost of one class.",
            "How many columns does a one-hot code of ten classes add?",
        ),
        10: Misconception(
            "columns_only",
            "That is the number of columns, not of weights.",
            "Each new column of the input meets every unit of the layer.",
        ),
        2816: Misconception(
            "counts_bias",
            "The biases are there without labels too.",
            "Count only what the label adds.",
        ),
        6656: Misconception(
            "counts_z",
            "That counts the weights of z as well.",
            "Count only what the label adds.",
        ),
    },
)
DIVERSITY = choice_question(
    "q_one_seven",
    right="c",
    explanation=(
        "Class accuracy asks only whether a sample shows the digit that was asked for; one perfect 7 shown a thousand "
        "times passes. The spread of samples of one class, beside that of real digits of the class, sees it at once. A "
        "label accuracy of D cannot: it never compares two samples."
    ),
    wrong={
        "a": Misconception(
            "accuracy_sees_variety",
            "The classifier looks at one sample at a time.",
            "Would it notice if all thousand samples were the same picture?",
        ),
        "b": Misconception(
            "spread_over_all",
            "Ten pictures, one a digit, are far from each other.",
            "Which samples must be compared with each other, so that the label is not what makes them differ?",
        ),
        "d": Misconception(
            "d_sees_variety",
            "D judges one pair at a time, and each copy looks real.",
            "Which number compares samples of the same class with each other?",
        ),
    },
)
MISMATCH = choice_question(
    "q_mismatched_pairs",
    right="b",
    explanation=(
        "Real images with their own label are called right, fakes wrong. As long as fakes are recognisable as fakes, D "
        "can do well without reading y. A real image with a wrong label leaves it no other clue: only x and y together "
        "give it away. It needs no new data, since any wrong label will do."
    ),
    wrong={
        "a": Misconception(
            "more_data",
            "The images are the same as before; none is new.",
            "What must D look at to tell (x, y) from (x, wrong y)?",
        ),
        "c": Misconception(
            "trains_g_on_wrong",
            "G never sees these pairs.",
            "Which arguments does generator_loss have?",
        ),
        "d": Misconception(
            "balances",
            "The balance is the business of the weights 1, 1/2, 1/2, and it was there before.",
            "What must D look at to tell (x, y) from (x, wrong y)?",
        ),
    },
)

PROBES = (BLIND, WEIGHTS, DIVERSITY, MISMATCH)
