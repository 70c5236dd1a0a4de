import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.flatten(), labels.flatten()
    return -(y * F.logsigmoid(a) + (1 - y) * F.logsigmoid(-a)).mean()
