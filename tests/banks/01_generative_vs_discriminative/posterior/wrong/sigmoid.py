# misconception: no_exponential
import torch


def posterior(scores):
    return torch.sigmoid(scores)
