# misconception: label_term
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.softplus(logits.reshape(-1)).mean() + 0 * labels.sum()
