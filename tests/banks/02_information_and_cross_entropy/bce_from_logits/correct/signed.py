import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    return F.softplus((1 - 2 * y) * a).mean()
