# misconception: sign
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits, fake_logits])
    y = torch.cat([torch.ones_like(real_logits), torch.zeros_like(fake_logits)])
    return 2 * F.binary_cross_entropy_with_logits(a, y)
