# misconception: wrong_side_of_bar
def from_counts(counts):
    return counts / counts.sum(), counts / counts.sum(dim=0, keepdim=True)
