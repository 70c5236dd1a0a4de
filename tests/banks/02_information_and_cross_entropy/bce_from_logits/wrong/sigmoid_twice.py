# misconception: sigmoid_twice
import torch
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    p, y = torch.sigmoid(logits.reshape(-1)), labels.reshape(-1)
    return F.binary_cross_entropy_with_logits(p, y)
