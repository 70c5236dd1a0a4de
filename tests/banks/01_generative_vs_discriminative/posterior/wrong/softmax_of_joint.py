# misconception: no_exponential
import torch


def posterior(scores):
    return torch.exp(scores).softmax(1)
