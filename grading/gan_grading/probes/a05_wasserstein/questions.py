"""Probes of the closing questions of the Wasserstein assignment."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception
from gan_grading.probes.questions import choice_question, number_question

DISTANCE = number_question(
    "q_distance",
    2.0,
    "Half of the earth lies at 0 and half at 4, and all of it must go to 1: ½·|0 − 1| + ½·|4 − 1| = ½ + 3/2 = 2. "
    "The means, 2 and 1, differ by 1 only: the distance sees more than the means.",
    wrong={
        1.0: Misconception(
            "means_only",
            "That is the difference of the two means.",
            "Work is never negative: earth carried to the right does not pay off earth carried to the left.",
        ),
        4.0: Misconception(
            "masses_forgotten",
            "That adds the two ways without their masses.",
            "Each heap holds half of the earth.",
        ),
        5.0: Misconception(
            "squared",
            "That averages the squares of the two ways.",
            "Work is mass times distance.",
        ),
        0.693: Misconception(
            "js_not_distance",
            "That is the Jensen-Shannon divergence of two distributions that do not overlap.",
            "How far must each heap be carried?",
        ),
    },
)
BATCH_NORM = number_question(
    "q_norm_over_batch",
    121.0,
    "Each of the 16 slopes has the norm 3, so the right penalty is (3 − 1)² = 4. One norm over the whole batch is "
    "the root of 16 · 3² = 144, that is 12, and (12 − 1)² = 121. A critic that obeys it has slopes of 1/4, and "
    "with another batch size others again.",
    tolerance=0.5,
    wrong={
        4.0: Misconception(
            "right_penalty",
            "That is what the right penalty returns.",
            "The broken one takes a single norm of all 16 slopes together.",
        ),
        64.0: Misconception(
            "squared_norm",
            "That compares the squared norm of one sample with 1.",
            "The fault asked for is another one: a single norm of all 16 slopes together.",
        ),
        2209.0: Misconception(
            "norms_added",
            "Norms do not add up: the squares under the root do.",
            "16 slopes whose squared norm is 9 each: what is the root of the sum?",
        ),
        144.0: Misconception(
            "one_forgotten",
            "That is the square of the norm itself.",
            "The penalty compares the norm with 1 before it squares.",
        ),
        12.0: Misconception(
            "norm_only",
            "That is the norm over the batch, not yet the penalty.",
            "Compare it with 1 and square.",
        ),
        11.0: Misconception(
            "square_forgotten",
            "The square is missing.",
            "The penalty is (‖∇‖ − 1)².",
        ),
    },
)
WITHOUT = choice_question(
    "q_without_constraint",
    right="c",
    explanation=(
        "Double all the critic's values and you double E[f(x)] − E[f(G(z))]. So as soon as a critic tells the two "
        "apart at all, steeper is always better, and the loss falls without end. Under the Lipschitz constraint "
        "the best value is the distance itself."
    ),
    wrong={
        "a": Misconception(
            "converges_anyway",
            "Nothing stops the loss at that value.",
            "Take a critic that reaches it and double its values.",
        ),
        "b": Misconception(
            "goes_to_zero",
            "The loss is 0 for a critic that tells nothing apart; a trained one does better.",
            "Which sign has E[f(G(z))] − E[f(x)] for a critic that has learned something?",
        ),
        "d": Misconception(
            "bounded_like_probability",
            "That bound belongs to the old game, where D's answers are probabilities.",
            "A critic has no sigmoid: how large may its values be?",
        ),
    },
)
HEIGHT = choice_question(
    "q_what_a_value_means",
    right="d",
    explanation=(
        "Add 100 to every value of the critic: both averages grow by 100, their difference and every slope stay. "
        "So one value alone says nothing, not even its sign; only differences do."
    ),
    wrong={
        "a": Misconception(
            "logit",
            "There is no sigmoid in this game, so 3 is no logit.",
            "What changes in loss and slopes if you add 100 to all values?",
        ),
        "b": Misconception(
            "distance_of_sample",
            "The distance is a difference of two averages, not the value of one sample.",
            "What changes in loss and slopes if you add 100 to all values?",
        ),
        "c": Misconception(
            "sign_is_verdict",
            "A critic has no zero line between real and fake.",
            "What changes in loss and slopes if you add 100 to all values?",
        ),
    },
)
SCALE = choice_question(
    "q_penalty_weight",
    right="b",
    explanation=(
        "λ multiplies a number without units (the norm's distance from 1) and stands beside a distance in the units "
        "of the data. On data of another size, the same λ is another rule: so it is a setting, and it is measured."
    ),
    wrong={
        "a": Misconception(
            "law_of_nature",
            "10 is what the paper found good on its data, not a law.",
            "Look at your table: what did the ring say to λ = 10?",
        ),
        "c": Misconception(
            "larger_is_better",
            "Your table says otherwise.",
            "What is left of the loss beside a very large penalty?",
        ),
        "d": Misconception(
            "no_influence",
            "Your table says otherwise.",
            "Compare the rows that differ in λ alone.",
        ),
    },
)

PROBES = (DISTANCE, BATCH_NORM, WITHOUT, HEIGHT, SCALE)
