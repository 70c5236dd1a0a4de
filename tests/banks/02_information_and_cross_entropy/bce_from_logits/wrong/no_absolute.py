# misconception: unbalanced_exponent
import torch


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (a.clamp(min=0) - a * y + torch.log1p(torch.exp(-a))).mean()
