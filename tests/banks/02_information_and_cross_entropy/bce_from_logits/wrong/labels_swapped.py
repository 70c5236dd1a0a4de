# misconception: labels_swapped
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return (F.softplus(-a) + y * a).mean()
