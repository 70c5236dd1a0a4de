# misconception: raises
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, joint / joint.sum(dim=1)
