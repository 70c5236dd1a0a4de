# misconception: overflows
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    p = (x @ weights.T + bias).softmax(1)
    e = p - F.one_hot(y, len(bias))
    return -torch.log(p[torch.arange(len(x)), y]).mean(), e.T @ x / len(x), e.mean(0)
