# misconception: not_conditioned
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, counts.softmax(dim=1)
