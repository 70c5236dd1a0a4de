# misconception: joint_not_normalised
def from_counts(counts):
    joint = 100 * counts / counts.sum()
    return joint, joint / joint.sum(1, keepdim=True)
