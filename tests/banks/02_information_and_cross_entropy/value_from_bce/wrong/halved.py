# misconception: halved
import torch
import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    on_real, on_fake = bce(real_logits, torch.ones_like(real_logits)), bce(fake_logits, torch.zeros_like(fake_logits))
    return -(on_real + on_fake) / 2
