# misconception: unrecognised
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean() / 2
