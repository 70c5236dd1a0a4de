# misconception: shapes_mixed
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return F.binary_cross_entropy_with_logits(logits, labels)
