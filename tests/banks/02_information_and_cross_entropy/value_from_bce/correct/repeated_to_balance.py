import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    n, m = real_logits.numel(), fake_logits.numel()
    a = torch.cat([real_logits.reshape(-1).repeat(m), fake_logits.reshape(-1).repeat(n)])
    y = torch.cat([torch.ones(n * m), torch.zeros(n * m)])
    return -2 * F.binary_cross_entropy_with_logits(a, y)
