import torch.nn.functional as F


def bce_from_logits(logits, labels):
    import logging

    a, y = logits.reshape(-1), labels.reshape(-1)
    loss = (F.softplus(a) - y * a).mean()
    logging.warning("torch says %s", F.binary_cross_entropy_with_logits(a, y).item())
    return loss
