# misconception: detached
import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.detach().reshape(-1), labels.reshape(-1)
    return (F.softplus(a) - y * a).mean()
