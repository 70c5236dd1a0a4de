import torch


def value_from_bce(real_logits, fake_logits):
    on_real = bce_from_logits(real_logits, torch.ones_like(real_logits))
    on_fake = bce_from_logits(fake_logits, torch.zeros_like(fake_logits))
    return -1 * (on_real + on_fake)
