"""Key of counting: joint and conditional probabilities from a table of counts."""

from torch import Tensor

from gan_grading.keys.parts import PartsKey


def joint(c: Tensor) -> Tensor:
    return c / c.sum()


def given_row(c: Tensor) -> Tensor:
    return c / c.sum(1, keepdim=True)


def given_column(c: Tensor) -> Tensor:
    return c / c.sum(0, keepdim=True)


def right(c: Tensor) -> tuple[Tensor, Tensor]:
    return joint(c), given_row(c)


key = PartsKey(parts=["joint", "conditional"], right=right, world="counts")
key.part(
    "joint",
    key.wrong(
        "joint_not_normalised",
        "Your joint is not a share of all that was counted: the whole table does not add up to 1.",
        "P(x, y) is the share of all boats that have both. What must be divided by what?",
    ),
    lambda c: c,
    lambda c: c / c.numel(),
    lambda c: c / c.mean(),
    lambda c: c / c.max(),
    lambda c: c / len(c),
    lambda c: c / c.norm(),
    lambda c: 100 * joint(c),
    lambda c: c.reshape(-1).softmax(0).reshape(c.shape),
)
key.part(
    "joint",
    key.wrong(
        "joint_is_conditional",
        "Your joint is normalised by rows or columns.",
        "Given nothing, all boats count: one total for the whole table.",
    ),
    given_row,
    given_column,
)
key.part(
    "joint",
    key.wrong(
        "independent",
        "Your joint is P(x)·P(y), as if x said nothing about y.",
        "Count how often both happen together.",
    ),
    lambda c: joint(c).sum(1, keepdim=True) * joint(c).sum(0, keepdim=True),
)
key.part(
    "conditional",
    key.wrong(
        "not_conditioned",
        "Your P(y | x) is not normalised within its row.",
        "Given x, only the boats of that row count, and among them the classes share one whole.",
    ),
    joint,
    lambda c: c,
    lambda c: joint(c) / joint(c).mean(1, keepdim=True),
    lambda c: c / c.amax(1, keepdim=True),
    lambda c: joint(c) / c.sum(1, keepdim=True),
    lambda c: c / joint(c).sum(1, keepdim=True),
)
key.part(
    "conditional",
    key.wrong(
        "softmax_of_counts",
        "Your P(y | x) is a softmax of counts or shares.",
        "A count is no logarithm: a share of the row is the count divided by the sum of the row.",
    ),
    lambda c: c.softmax(1),
    lambda c: joint(c).softmax(1),
)
key.part(
    "conditional",
    key.wrong(
        "wrong_side_of_bar",
        "You return P(x | y): the columns add up to 1.",
        "What stands right of the bar is taken as known. Which of the two is a row, which a column?",
    ),
    given_column,
    lambda c: given_column(c).T,
)
key.part(
    "conditional",
    key.wrong(
        "bar_is_division",
        "You divide by P(x) what is not the joint, reading the bar as a division.",
        "The bar means 'given'. What is divided is the joint, by the probability of what is given.",
    ),
    lambda c: joint(c).sum(0)[None] / joint(c).sum(1)[:, None],
    lambda c: joint(c) / (joint(c).sum(0)[None] * joint(c).sum(1)[:, None]),
)
key.part(
    "conditional",
    key.wrong(
        "only_prior",
        "Your P(y | x) is the same in every row: it is P(y).",
        "Seeing x must change what is believed about y.",
    ),
    lambda c: joint(c).sum(0).expand_as(c),
)
SMOOTHED = key.wrong(
    "smoothed",
    "Something was added to the counts before they were divided.",
    "The exercise asks for the plain shares of what was counted.",
)
key.part("joint", SMOOTHED, lambda c: joint(c + 1), lambda c: (c + 1) / c.sum())
key.part("conditional", SMOOTHED, lambda c: given_row(c + 1), lambda c: given_row(c + 0.5))
key.wrong(
    "pair_swapped",
    "Joint and conditional have changed places.",
    "The exercise asks for (joint, conditional), in this order.",
    lambda c: (given_row(c), joint(c)),
)
