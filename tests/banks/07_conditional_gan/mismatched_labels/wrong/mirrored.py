# misconception: may_equal
def mismatched_labels(labels, classes):
    return classes - 1 - labels
