# misconception: penalty_added
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    loss = F.cross_entropy(a, y) + 0.5 * 0.01 * (weights**2).sum()
    return loss, e.T @ x / len(x) + 0.01 * weights, e.mean(0)
