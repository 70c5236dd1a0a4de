# misconception: overflows
import torch


def value_from_bce(real_logits, fake_logits):
    return torch.log(torch.sigmoid(real_logits)).mean() + torch.log(1 - torch.sigmoid(fake_logits)).mean()
