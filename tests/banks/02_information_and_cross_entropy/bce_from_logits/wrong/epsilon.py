# misconception: clipped
import torch


def bce_from_logits(logits, labels):
    p, y = torch.sigmoid(logits.reshape(-1)), labels.reshape(-1)
    return -(y * torch.log(p + 1e-8) + (1 - y) * torch.log(1 - p + 1e-8)).mean()
