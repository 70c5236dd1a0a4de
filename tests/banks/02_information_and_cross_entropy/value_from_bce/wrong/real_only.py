# misconception: one_term
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return -F.binary_cross_entropy_with_logits(real_logits, torch.ones_like(real_logits))
