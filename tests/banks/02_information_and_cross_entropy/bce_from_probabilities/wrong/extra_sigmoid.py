# misconception: extra_sigmoid
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return F.binary_cross_entropy_with_logits(probabilities.reshape(-1), labels.reshape(-1))
