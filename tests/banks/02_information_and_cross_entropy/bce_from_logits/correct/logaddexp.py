import torch


def bce_from_logits(logits, labels):
    a, y = logits.view(-1), labels.view(-1)
    return (torch.logaddexp(a, torch.zeros_like(a)) - a * y).mean()
