"""How samples of a joint distribution can be wrong."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception

COPIED = Misconception(
    "copied_from_training",
    "Your samples are rows of the training data: their distance to the nearest one is 0.",
    "New pairs come from the parameters that are given and from noise. The data are not even an argument.",
)
ORDER = Misconception(
    "order_swapped",
    "Samples and labels have changed places.",
    "The exercise asks for (x, y), in this order.",
)
SHAPE = Misconception(
    "wrong_shape",
    "Your samples have not shape (n, d), or your labels not shape (n,).",
    "n pairs: n rows of samples and n labels, for any n.",
)
LABELS = Misconception(
    "not_labels",
    "Your labels are not the numbers 0 to K − 1 of the classes, as whole numbers.",
    "A label is used as an index: torch.long, counted from 0.",
)
UNIFORM = Misconception(
    "uniform_labels",
    "All classes come equally often, whatever their priors are.",
    "The first step of the recipe draws a label with the probabilities π. Which function takes weights?",
)
SHARES = Misconception(
    "wrong_shares",
    "The shares of your labels are not the priors.",
    "Each label is drawn with the probabilities π, independently of the others.",
)
FIXED_COUNTS = Misconception(
    "fixed_counts",
    "The number of each label hardly changes from call to call.",
    "The labels are drawn, not dealt out: in ten draws a class of prior 0.3 need not come three times.",
    share=0.5,
)
UNRELATED = Misconception(
    "unrelated_labels",
    "Your samples do not come from the class that their label names.",
    "The label that is returned and the label that picks mean and matrix must be the same tensor.",
)
WRONG_MEAN = Misconception(
    "wrong_mean",
    "The samples of a class do not lie around its mean.",
    "x = μ_y + L_y z, with z of mean 0.",
)
NO_NOISE = Misconception(
    "no_noise",
    "All samples of a class are the same.",
    "Every pair needs noise of its own: one z of d numbers for each of the n samples.",
)
ONE_NOISE = Misconception(
    "shared_noise",
    "The noise is shared: by all samples, by all features, or by pairs of samples.",
    "n samples of d features need n · d independent numbers.",
)
TRANSPOSED = Misconception(
    "transposed_factor",
    "The covariance of your samples is LᵀL where LLᵀ is asked: L came in transposed.",
    "z is a column: x = L z. For rows of z in a matrix that is z @ Lᵀ.",
)
SQUARED_FACTOR = Misconception(
    "covariance_for_factor",
    "The noise was multiplied by L·Lᵀ, the covariance, in place of L.",
    "L z has covariance L·Lᵀ already. What has Σ z?",
)
DIAGONAL = Misconception(
    "features_apart",
    "The features of your samples do not vary together as L says.",
    "A product of matrix and vector mixes the features; an elementwise one, or the diagonal alone, does not.",
)
ONE_FACTOR = Misconception(
    "one_factor",
    "All classes get the same spread.",
    "Each sample is spread by the matrix of its own class.",
)
WRONG_SPREAD = Misconception(
    "wrong_spread",
    "The covariance of the samples of a class is not L·Lᵀ.",
    "Standard normal noise, multiplied by the L of the class.",
)
NOT_NORMAL = Misconception(
    "not_normal",
    "The noise is not normal.",
    "torch.randn draws from N(0, 1); torch.rand draws from [0, 1).",
)
SAME_AGAIN = Misconception(
    "same_again",
    "A second call gives the same pairs.",
    "Is a seed set inside the function, or something kept from the first call?",
)
SORTED = Misconception(
    "sorted_labels",
    "Your pairs come in an order: pairs of one class stand together, or labels follow a pattern.",
    "All pairs are independent of each other: what the one before was must say nothing about the next.",
    share=0.5,
)
SQUEEZED = Misconception(
    "squeezed",
    "For a single pair, or a single feature, the shapes are not (n, d) and (n,).",
    "squeeze() without a dimension removes every dimension of size 1. Which one should go?",
    share=0.5,
)

MISTAKES = (
    COPIED,
    ORDER,
    SHAPE,
    LABELS,
    UNIFORM,
    SHARES,
    FIXED_COUNTS,
    UNRELATED,
    WRONG_MEAN,
    NO_NOISE,
    ONE_NOISE,
    TRANSPOSED,
    SQUARED_FACTOR,
    DIAGONAL,
    ONE_FACTOR,
    WRONG_SPREAD,
    NOT_NORMAL,
    SAME_AGAIN,
    SORTED,
    SQUEEZED,
)
