# misconception: joint_not_normalised
import torch


def posterior(scores):
    e = torch.exp(scores - scores.amax(1, keepdim=True))
    return e / e.mean(1, keepdim=True)
