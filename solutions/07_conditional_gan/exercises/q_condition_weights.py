"""Key of closing question 2: what a one-hot label costs the first layer."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    2560,
    "One-hot y adds 10 columns to the input of the first layer, and each column has one weight for each of the 256 "
    "units: 10 · 256 = 2,560. The column of class k is a vector of 256 numbers that is added when y = k: one-hot "
    "followed by a linear layer is an embedding with 256 columns.",
    tolerance=0.5,
)
key.wrong(
    "one_column",
    "That is the cost of one class.",
    "How many columns does a one-hot code of ten classes add?",
    256,
)
key.wrong(
    "columns_only",
    "That is the number of columns, not of weights.",
    "Each new column of the input meets every unit of the layer.",
    10,
)
key.wrong(
    "counts_bias",
    "The biases are there without labels too.",
    "Count only what the label adds.",
    2816,
)
key.wrong(
    "counts_z",
    "That counts the weights of z as well.",
    "Count only what the label adds.",
    6656,
)
