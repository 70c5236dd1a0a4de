import torch.nn.functional as F


def from_counts(counts):
    return [counts.div(counts.sum()), F.normalize(counts, p=1, dim=1)]
