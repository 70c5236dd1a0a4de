# misconception: two_means
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return F.softplus(-a[y == 1]).mean() + F.softplus(a[y == 0]).mean()
