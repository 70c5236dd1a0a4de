# misconception: arguments_swapped
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(p * torch.log(y) + (1 - p) * torch.log(1 - y)).mean()
