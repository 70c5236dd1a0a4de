# misconception: joint_not_normalised
def from_counts(counts):
    return counts / counts.mean(), counts / counts.sum(dim=1, keepdim=True)
