# misconception: mean_missing
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.binary_cross_entropy_with_logits(logits.reshape(-1), labels.reshape(-1), reduction="sum")
