import torch
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a = logits.reshape(labels.shape)
    return torch.where(labels == 1, F.softplus(-a), F.softplus(a)).mean()
