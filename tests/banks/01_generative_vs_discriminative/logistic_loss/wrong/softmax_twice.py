# misconception: softmax_twice
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    p = (x @ weights.T + bias).softmax(1)
    e = p - F.one_hot(y, len(bias))
    return F.cross_entropy(p, y), e.T @ x / len(x), e.mean(0)
