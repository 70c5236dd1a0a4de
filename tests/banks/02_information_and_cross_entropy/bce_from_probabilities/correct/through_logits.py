import torch
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    return F.binary_cross_entropy_with_logits(torch.logit(probabilities).view_as(labels), labels)
