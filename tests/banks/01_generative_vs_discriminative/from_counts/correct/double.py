def from_counts(counts):
    counts = counts.double()
    joint = counts / counts.sum()
    p_x = joint.sum(-1)
    return joint, joint / p_x[:, None]
