# misconception: sigmoid_twice
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    p, q = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return -bce(p, torch.ones_like(p)) - bce(q, torch.zeros_like(q))
