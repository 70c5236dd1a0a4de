import torch
import torch.nn.functional as F


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1).long()
    both = torch.stack([1 - p, p], dim=1)
    return F.nll_loss(both.log(), y)
