# misconception: expects_probabilities
import torch


def value_from_bce(real_logits, fake_logits):
    return torch.log(real_logits).mean() + torch.log(1 - fake_logits).mean()
