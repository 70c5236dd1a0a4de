# misconception: joint_not_normalised
import torch


def posterior(scores):
    return torch.exp(scores)
