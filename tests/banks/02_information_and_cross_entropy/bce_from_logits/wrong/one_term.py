# misconception: one_term
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return (labels.reshape(-1) * F.softplus(-logits.reshape(-1))).mean()
