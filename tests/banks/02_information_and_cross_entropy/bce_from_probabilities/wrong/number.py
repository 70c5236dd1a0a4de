# misconception: becomes_number
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return float(F.binary_cross_entropy(probabilities.reshape(-1), labels.reshape(-1)))
