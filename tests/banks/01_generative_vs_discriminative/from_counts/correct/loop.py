import torch


def from_counts(counts):
    total = sum(float(v) for row in counts for v in row)
    joint = torch.zeros_like(counts)
    conditional = torch.zeros_like(counts)
    for r in range(counts.shape[0]):
        in_row = float(sum(counts[r]))
        for k in range(counts.shape[1]):
            joint[r, k] = float(counts[r, k]) / total
            conditional[r, k] = float(counts[r, k]) / in_row
    return joint, conditional
