# misconception: wrong_axis
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    log_p = torch.log_softmax(x @ weights.T + bias, dim=0)
    e = log_p.exp() - F.one_hot(y, len(bias))
    return F.nll_loss(log_p, y), e.T @ x / len(x), e.mean(0)
