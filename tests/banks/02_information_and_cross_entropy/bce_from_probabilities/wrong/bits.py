# misconception: wrong_base
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * torch.log2(p) + (1 - y) * torch.log2(1 - p)).mean()
