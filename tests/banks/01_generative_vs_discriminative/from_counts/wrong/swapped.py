# misconception: pair_swapped
def from_counts(counts):
    joint = counts / counts.sum()
    return joint / joint.sum(1, keepdim=True), joint
