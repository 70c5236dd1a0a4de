import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.view(-1), labels.view(-1)
    return torch.where(y == 1, -torch.log(p), -torch.log1p(-p)).mean()
