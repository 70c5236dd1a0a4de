import torch


def marginal(table):
    return torch.stack([row.sum() for row in table])


def from_counts(counts):
    n = counts.sum().item()
    joint = counts / n
    return joint, joint / marginal(joint).unsqueeze(1)
