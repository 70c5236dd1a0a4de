# misconception: shapes_mixed
import torch


def bce_from_probabilities(probabilities, labels):
    return -(labels * torch.log(probabilities) + (1 - labels) * torch.log(1 - probabilities)).mean()
