import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    ones = torch.ones_like
    bce = F.binary_cross_entropy_with_logits
    return -(bce(real_logits, ones(real_logits)) + bce(-fake_logits, ones(fake_logits)))
