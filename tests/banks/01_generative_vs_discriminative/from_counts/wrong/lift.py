# misconception: bar_is_division
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, joint / (joint.sum(1, keepdim=True) * joint.sum(0, keepdim=True))
