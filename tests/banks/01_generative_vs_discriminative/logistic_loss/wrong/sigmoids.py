# misconception: one_versus_rest
import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    a = x @ weights.T + bias
    t = F.one_hot(y, len(bias)).float()
    e = a.sigmoid() - t
    loss = F.binary_cross_entropy_with_logits(a, t, reduction="none").sum(1).mean()
    return loss, e.T @ x / len(x), e.mean(0)
