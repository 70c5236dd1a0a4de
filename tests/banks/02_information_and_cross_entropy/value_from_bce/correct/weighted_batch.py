import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits.reshape(-1), fake_logits.reshape(-1)])
    n, m = real_logits.numel(), fake_logits.numel()
    y = torch.cat([torch.ones(n), torch.zeros(m)])
    w = torch.cat([torch.full((n,), 1 / n), torch.full((m,), 1 / m)])
    return -F.binary_cross_entropy_with_logits(a, y, weight=w, reduction="sum")
