# misconception: independent
def from_counts(counts):
    n = counts.sum()
    joint = counts.sum(1, keepdim=True) * counts.sum(0, keepdim=True) / n**2
    return joint, counts / counts.sum(dim=1, keepdim=True)
