# misconception: raises
import torch


def from_counts(counts):
    n = counts.sum()
    joint = counts / n
    rows = [counts[0] / counts[0].sum(), counts[1] / counts[1].sum(), counts[2] / counts[2].sum()]
    return joint, torch.stack(rows)
