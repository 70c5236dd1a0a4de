# misconception: no_logarithm
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    p = (x @ weights.T + bias).softmax(1)
    e = p - F.one_hot(y, len(bias))
    return (e**2).sum(1).mean(), e.T @ x / len(x), e.mean(0)
