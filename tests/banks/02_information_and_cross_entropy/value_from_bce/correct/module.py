import torch


def value_from_bce(real_logits, fake_logits):
    criterion = torch.nn.BCEWithLogitsLoss()
    a, b = real_logits.flatten(), fake_logits.flatten()
    return -(criterion(a, torch.ones(len(a))) + criterion(b, torch.zeros(len(b))))
