# misconception: joint_is_conditional
def from_counts(counts):
    given = counts / counts.sum(dim=1, keepdim=True)
    return given, given
