# misconception: expects_probabilities
import torch


def bce_from_logits(logits, labels):
    p, y = logits.reshape(-1), labels.reshape(-1)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
