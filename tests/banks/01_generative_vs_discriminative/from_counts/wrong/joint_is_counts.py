# misconception: joint_not_normalised
def from_counts(counts):
    return counts, counts / counts.sum(dim=1, keepdim=True)
