# misconception: wrong_type
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    return F.cross_entropy(x @ weights.T + bias, y)
