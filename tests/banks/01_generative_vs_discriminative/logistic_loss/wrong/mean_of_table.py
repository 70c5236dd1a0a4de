# misconception: mean_over_classes
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    log_p = torch.log_softmax(x @ weights.T + bias, 1)
    t = F.one_hot(y, len(bias))
    e = log_p.exp() - t
    return -(t * log_p).mean(), e.T @ x / len(x), e.mean(0)
