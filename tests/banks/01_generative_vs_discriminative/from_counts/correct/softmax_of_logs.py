def from_counts(counts):
    logs = counts.log()
    return logs.flatten().softmax(0).reshape(counts.shape), logs.softmax(1)
