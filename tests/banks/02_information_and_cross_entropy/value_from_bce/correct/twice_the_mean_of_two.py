import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    parts = [bce(real_logits, real_logits.new_ones(real_logits.shape))]
    parts.append(bce(fake_logits, fake_logits.new_zeros(fake_logits.shape)))
    return -2 * torch.stack(parts).mean()
