# misconception: joint_is_conditional
def from_counts(counts):
    return counts / counts.sum(dim=0), counts / counts.sum(dim=1, keepdim=True)
