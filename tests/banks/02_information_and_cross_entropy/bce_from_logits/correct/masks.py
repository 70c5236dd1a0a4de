import torch.nn.functional as F


def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1).bool()
    return (F.softplus(-a[y]).sum() + F.softplus(a[~y]).sum()) / a.numel()
