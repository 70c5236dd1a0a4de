# misconception: truth_missing
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    p = a.softmax(1)
    return F.cross_entropy(a, y), p.T @ x / len(x), p.mean(0)
