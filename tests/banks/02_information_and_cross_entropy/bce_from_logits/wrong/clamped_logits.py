# misconception: clipped
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1).clamp(-30, 30), labels.reshape(-1)
    return (F.softplus(a) - y * a).mean()
