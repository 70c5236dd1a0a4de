# misconception: sign
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = F.one_hot(y, len(bias)) - a.softmax(1)
    return -F.cross_entropy(a, y), e.T @ x / len(x), e.mean(0)
