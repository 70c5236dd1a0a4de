# misconception: joint_not_normalised
def from_counts(counts):
    return counts / counts.numel(), counts / counts.sum(dim=1, keepdim=True)
