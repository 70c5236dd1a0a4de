import torch


def bce_from_probabilities(probabilities, labels):
    return torch.nn.BCELoss()(probabilities.reshape(-1, 1), labels.reshape(-1, 1))
