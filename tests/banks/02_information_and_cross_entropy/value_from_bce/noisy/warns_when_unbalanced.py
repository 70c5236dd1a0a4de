import torch.nn.functional as F


def value_from_bce(real_logits, fake_logits):
    import warnings

    if len(real_logits) != len(fake_logits):
        warnings.warn("the batch is not balanced", stacklevel=1)
    return -F.softplus(-real_logits).mean() - F.softplus(fake_logits).mean()
