import torch


def bce_from_logits(logits, labels):
    return torch.nn.BCEWithLogitsLoss()(logits.squeeze(), labels.squeeze().view_as(logits.squeeze()))
