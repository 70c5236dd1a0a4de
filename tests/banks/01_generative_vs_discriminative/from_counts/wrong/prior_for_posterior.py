# misconception: only_prior
def from_counts(counts):
    joint = counts / counts.sum()
    return joint, joint.sum(0).expand_as(joint)
