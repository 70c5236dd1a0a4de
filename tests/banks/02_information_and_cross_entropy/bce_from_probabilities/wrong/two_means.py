# misconception: two_means
import torch


def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -torch.log(p[y == 1]).mean() - torch.log(1 - p[y == 0]).mean()
