def from_counts(counts):
    joint = counts / counts.sum()
    conditional = (counts.T / counts.sum(dim=1)).T
    return joint, conditional
