# misconception: labels_unchanged
def mismatched_labels(labels, classes):
    return labels
