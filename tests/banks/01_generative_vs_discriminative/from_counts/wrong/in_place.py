# misconception: modifies_inputs
def from_counts(counts):
    counts /= counts.sum()
    return counts, counts / counts.sum(dim=1, keepdim=True)
