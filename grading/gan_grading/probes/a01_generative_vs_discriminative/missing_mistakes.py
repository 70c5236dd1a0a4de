"""How an EM step can be wrong."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception

LABELS_IGNORED = Misconception(
    "labels_ignored",
    "The known labels are not used.",
    "A row whose label is known counts wholly for that class, whatever the scores say.",
)

HARD = Misconception(
    "hard_assignment",
    "Each row without a label goes wholly to its best class.",
    "It counts for every class, with its posterior as share. How sure the model is must matter.",
)

NOT_NORMALISED = Misconception(
    "joint_not_normalised",
    "The responsibilities of a row do not add up to 1: the joints are used as they are.",
    "Responsibilities are posteriors: Bayes' rule, row by row.",
)

LEFT_OUT = Misconception(
    "unlabelled_left_out",
    "The rows without a label are left out.",
    "They are the point of the exercise: their posteriors say how much they count for each class.",
)

LAST_CLASS = Misconception(
    "minus_one_as_class",
    "The mark −1 was used as a class.",
    "table[-1] is the last row, and −1 is no class. Treat known and missing labels separately.",
)

UNINFORMED = Misconception(
    "uniform_responsibilities",
    "A row without a label counts the same for every class, or by the priors alone.",
    "The scores say which class it looks like.",
)

WRONG_AXIS = Misconception(
    "wrong_axis",
    "The responsibilities are normalised over the rows, not over the classes.",
    "One row is shared out among the classes: its responsibilities add up to 1.",
)

ONLY_MISSING = Misconception(
    "labelled_left_out",
    "Rows with a known label do not count.",
    "Every row counts: some with a certain label, some with shares.",
)

PRIORS = Misconception(
    "priors_mistaken",
    "The priors are not the classes' shares of all rows.",
    "N_k is the sum of the responsibilities, and the priors are N_k/N, over labelled and unlabelled rows.",
)

DIVISOR = Misconception(
    "wrong_divisor",
    "A weighted sum is not divided by the sum of its weights.",
    "N_k = Σ r_nk is the effective number of rows in class k: divide means and variances by it.",
)

CENTRE = Misconception(
    "wrong_centre",
    "The variance is not taken around the class's new mean.",
    "Squared deviations from the mean that you have just computed for this class.",
)

DEVIATION = Misconception(
    "standard_deviation",
    "You return standard deviations.",
    "The variance is the weighted average of the squares, without a root.",
)

POOLED = Misconception(
    "pooled_variance",
    "All classes, or all features, get the same variance.",
    "One variance for each class and each feature.",
)

SMOOTHED = Misconception(
    "smoothed",
    "Something was added to the counts or the variances.",
    "The exercise asks for the plain formulas; a floor comes later, outside of this function.",
    share=0.5,
)

UNDERFLOWS = Misconception(
    "underflow",
    "With scores near −1000 the result is NaN or wrong.",
    "e^(−1000) is 0 to a computer. Compute the posterior as in exercise 4, in log space.",
    share=0.5,
)

ALL_OR_NOTHING = Misconception(
    "all_or_none_missing",
    "The step fails where all labels are missing, or none.",
    "Without any label it is clustering, with all of them it is exercise 2: the same formulas.",
    share=0.5,
)
