"""Key of one-hot labels."""

import torch
import torch.nn.functional as F

from gan_grading.keys.key import Key


def rows(y: torch.Tensor, n: int) -> torch.Tensor:
    return F.one_hot(y, n).float()


def moved(by: int, n: int, y: torch.Tensor) -> torch.Tensor:
    return rows(y, n).roll(by, 1)


key = Key("encodings", right=rows, of="labels")
key.wrong(
    "wrong_axis",
    "Your ones stand along the wrong axis: classes run down the rows, samples across the columns.",
    "A row belongs to a sample: row i has its single 1 in the column of label i. Check a batch of 3 labels and 5 classes.",
    lambda y, n: rows(y, n).T,
    lambda y, n: rows(y, n).T.reshape(len(y), n),
)
key.wrong(
    "off_by_one",
    "The 1 stands one column beside its label.",
    "Labels count from 0, and so do columns: which column belongs to label 0?",
    lambda y, n: moved(1, n, y),
    lambda y, n: moved(-1, n, y),
    lambda y, n: F.one_hot(y - 1, n).float(),
    lambda y, n: F.one_hot(y + 1, n).float(),
    lambda y, n: torch.eye(n)[y + 1],
    lambda y, n: rows(y + 1, n + 1),
    lambda y, n: rows((y - 1).clamp_min(0), n),
    lambda y, n: rows((y + 1).clamp_max(n - 1), n),
)
key.wrong(
    "other_number_of_columns",
    "You return one column more, or one column fewer, than there are classes.",
    "Labels 0 to classes − 1 are `classes` labels: one column for each of them.",
    lambda y, n: rows(y, n + 1),
    lambda y, n: torch.eye(n - 1)[y],
    lambda y, n: F.one_hot(y, n - 1).float(),
)
key.wrong(
    "classes_inferred",
    "The number of columns follows the labels of this batch, not `classes`.",
    "A batch without a 9 still needs a column for 9, or the network's first layer does not fit. Use `classes`.",
    lambda y, n: F.one_hot(y).float(),
    lambda y, n: (y[:, None] == y.unique()).float(),
)
key.wrong(
    "rank_of_label",
    "The 1 stands in the column of the label's rank among the labels of this batch, not of the label itself.",
    "A batch without a 0 leaves column 0 empty. The column of a label does not depend on which others there are.",
    lambda y, n: rows(y.unique(return_inverse=True)[1], n),
)
key.wrong(
    "classes_fixed",
    "The number of columns is a number written into your code.",
    "`classes` is an argument: the digits have 10, the captions of section 7 have other numbers.",
    lambda y, n: torch.eye(10)[y],
    lambda y, n: F.one_hot(y, num_classes=10).float(),
    lambda y, n: (y[:, None] == torch.arange(10)).float(),
)
key.wrong(
    "label_as_number",
    "The label came back as a number, not as a row with a single 1.",
    "A number says that 9 is three times 3. One column for each class says only that they differ.",
    lambda y, n: y[:, None].float(),
    lambda y, n: y.float(),
    lambda y, n: y / n,
    lambda y, n: y[:, None] / n,
    lambda y, n: y / (n - 1),
    lambda y, n: y[:, None] / (n - 1),
    lambda y, n: y[:, None].float().expand(len(y), n),
    lambda y, n: rows(y, n) * y[:, None],
    lambda y, n: rows(y, n) * (y[:, None] + 1),
)
key.wrong(
    "labels_unused",
    "The rows do not depend on which label stands in which place.",
    "The position of a sample in the batch says nothing about its class. Where do the labels come in?",
    lambda y, n: torch.eye(len(y), n),
    lambda y, n: torch.eye(n),
    lambda y, n: torch.zeros(len(y), n),
    lambda y, n: torch.ones(len(y), n),
    lambda y, n: rows(y.sort().values, n),
)
key.wrong(
    "other_values",
    "The rows do not hold a single 1 among zeros.",
    "Exactly one entry of each row is 1, the others are 0.",
    lambda y, n: 1 - rows(y, n),
    lambda y, n: rows(y, n) * 2 - 1,
    lambda y, n: (torch.arange(n) <= y[:, None]).float(),
    lambda y, n: (torch.arange(n) < y[:, None]).float(),
    lambda y, n: rows(y, n).softmax(1),
    lambda y, n: rows(y, n) / n,
    lambda y, n: torch.zeros(len(y), n).index_fill(1, y, 1.0),
)
key.wrong(
    "wrong_shape",
    "The result has not the shape (N, classes).",
    "One row for each sample, one column for each class, and no further dimension.",
    lambda y, n: rows(y, n).unsqueeze(1),
    lambda y, n: rows(y, n).squeeze(),
    lambda y, n: rows(y, n).sum(0),
    lambda y, n: rows(y, n).reshape(-1),
)
