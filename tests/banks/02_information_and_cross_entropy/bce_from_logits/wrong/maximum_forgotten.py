# misconception: unbalanced_exponent
import torch


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (-a * y + torch.log1p(torch.exp(-a.abs()))).mean()
