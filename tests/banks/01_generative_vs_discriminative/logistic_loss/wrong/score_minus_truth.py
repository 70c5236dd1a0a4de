# misconception: other_gradient
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y), e.T @ x / len(x), e.mean(0)
