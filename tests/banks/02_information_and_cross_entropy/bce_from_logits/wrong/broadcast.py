# misconception: shapes_mixed
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    return (F.softplus(logits) - labels * logits).mean()
