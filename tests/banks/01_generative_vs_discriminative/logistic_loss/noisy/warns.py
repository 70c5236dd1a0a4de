import logging
import warnings

import torch
import torch.nn.functional as F


def logistic_loss(weights, bias, x, y):
    warnings.warn("by hand")
    logging.warning("logistic")
    a = x @ weights.T + bias
    e = torch.softmax(a, 1) - F.one_hot(y, num_classes=weights.shape[0])
    return F.cross_entropy(a, y), e.T @ x / x.shape[0], e.mean(dim=0)
