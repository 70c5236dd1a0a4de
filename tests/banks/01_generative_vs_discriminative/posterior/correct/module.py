from torch import nn


def posterior(scores):
    return nn.Softmax(dim=1)(scores)
