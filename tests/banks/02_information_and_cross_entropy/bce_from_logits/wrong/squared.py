# misconception: squared
import torch


def bce_from_logits(logits, labels):
    return ((torch.sigmoid(logits.reshape(-1)) - labels.reshape(-1)) ** 2).mean()
