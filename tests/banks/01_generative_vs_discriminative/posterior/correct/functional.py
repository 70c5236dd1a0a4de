import torch.nn.functional as F


def posterior(scores):
    return F.softmax(scores, dim=-1)
