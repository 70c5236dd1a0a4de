# misconception: modifies_inputs
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    e = (a.softmax(1) - F.one_hot(y, len(bias))) / len(x)
    gw, gb = e.T @ x, e.sum(0)
    weights -= 0.1 * gw
    return F.cross_entropy(a, y), gw, gb
