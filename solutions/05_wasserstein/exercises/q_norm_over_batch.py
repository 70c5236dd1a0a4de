"""Key of a closing question: what a penalty with one norm over the batch returns."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    121.0,
    "Each of the 16 slopes has the norm 3, so the right penalty is (3 − 1)² = 4. One norm over the whole batch is "
    "the root of 16 · 3² = 144, that is 12, and (12 − 1)² = 121. A critic that obeys it has slopes of 1/4, and "
    "with another batch size others again.",
    tolerance=0.5,
)
key.wrong(
    "right_penalty",
    "That is what the right penalty returns.",
    "The broken one takes a single norm of all 16 slopes together.",
    4.0,
)
key.wrong(
    "squared_norm",
    "That compares the squared norm of one sample with 1.",
    "The fault asked for is another one: a single norm of all 16 slopes together.",
    64.0,
)
key.wrong(
    "norms_added",
    "Norms do not add up: the squares under the root do.",
    "16 slopes whose squared norm is 9 each: what is the root of the sum?",
    2209.0,
)
key.wrong(
    "one_forgotten",
    "That is the square of the norm itself.",
    "The penalty compares the norm with 1 before it squares.",
    144.0,
)
key.wrong(
    "norm_only",
    "That is the norm over the batch, not yet the penalty.",
    "Compare it with 1 and square.",
    12.0,
)
key.wrong("square_forgotten", "The square is missing.", "The penalty is (‖∇‖ − 1)².", 11.0)
