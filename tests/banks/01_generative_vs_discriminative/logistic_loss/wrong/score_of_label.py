# misconception: not_the_label
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = a.softmax(1) - F.one_hot(y, len(bias))
    return -a[torch.arange(len(x)), y].mean(), e.T @ x / len(x), e.mean(0)
