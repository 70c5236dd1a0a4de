# misconception: wrong_type
def from_counts(counts):
    return counts / counts.sum()
