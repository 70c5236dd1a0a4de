# misconception: not_conditioned
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, counts / counts.max(dim=1, keepdim=True).values
