def from_counts(counts):
    return counts / counts.sum(), counts / counts.sum(dim=1, keepdim=True)
