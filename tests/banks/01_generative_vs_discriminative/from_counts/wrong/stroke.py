# misconception: bar_is_division
def from_counts(counts):
    joint = counts / counts.sum()
    p_x, p_y = joint.sum(1), joint.sum(0)
    return joint, p_y[None, :] / p_x[:, None]
