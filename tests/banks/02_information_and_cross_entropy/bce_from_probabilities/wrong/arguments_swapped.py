# misconception: arguments_swapped
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return F.binary_cross_entropy(labels.reshape(-1), probabilities.reshape(-1))
