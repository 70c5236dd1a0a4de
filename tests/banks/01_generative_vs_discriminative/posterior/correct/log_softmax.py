import torch


def posterior(scores):
    return torch.log_softmax(scores.double(), 1).exp()
