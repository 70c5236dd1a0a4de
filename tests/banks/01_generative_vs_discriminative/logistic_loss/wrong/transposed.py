# misconception: transposed
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return F.cross_entropy(a, y), x.T @ e / len(x), e.mean(0)
