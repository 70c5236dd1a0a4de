import torch


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1, 1), labels.reshape(-1, 1)
    return torch.mean(torch.relu(a) - a * y + torch.log(1 + torch.exp(-torch.abs(a))))
