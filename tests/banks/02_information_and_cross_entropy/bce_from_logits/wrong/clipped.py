# misconception: clipped
import torch


def bce_from_logits(logits, labels):
    p, y = torch.sigmoid(logits.reshape(-1)).clamp(1e-7, 1 - 1e-7), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
