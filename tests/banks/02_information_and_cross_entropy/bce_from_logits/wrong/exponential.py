# misconception: overflows
import torch


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (torch.log(1 + torch.exp(a)) - y * a).mean()
