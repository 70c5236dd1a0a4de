# misconception: clipped
import torch
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.binary_cross_entropy(torch.sigmoid(logits.reshape(-1)), labels.reshape(-1))
