import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    rows = torch.cat([x, torch.ones(len(x), 1)], dim=1)
    both = torch.cat([weights, bias[:, None]], dim=1)
    scores = rows @ both.T
    error = (scores.softmax(1) - F.one_hot(y, len(both))) / len(rows)
    slope = error.T @ rows
    return F.cross_entropy(scores, y), slope[:, :-1], slope[:, -1]
