import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    return -F.softplus(-real_logits).mean() - F.softplus(fake_logits).mean()
