# misconception: not_the_label
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    log_p = torch.log_softmax(x @ weights.T + bias, 1)
    e = log_p.exp() - F.one_hot(y, len(bias))
    return -log_p.sum(1).mean(), e.T @ x / len(x), e.mean(0)
