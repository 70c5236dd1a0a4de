import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.flatten(), labels.flatten().bool()
    total = -torch.log(p[y]).sum() - torch.log(1 - p[~y]).sum()
    return total / len(p)
