# misconception: overflows
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    e = torch.exp(x @ weights.T + bias)
    p = e / e.sum(1, keepdim=True)
    error = p - F.one_hot(y, len(bias))
    return -torch.log(p[torch.arange(len(x)), y]).mean(), error.T @ x / len(x), error.mean(0)
