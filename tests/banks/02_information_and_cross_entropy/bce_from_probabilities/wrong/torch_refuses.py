# misconception: shapes_mixed
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return F.binary_cross_entropy(probabilities, labels)
