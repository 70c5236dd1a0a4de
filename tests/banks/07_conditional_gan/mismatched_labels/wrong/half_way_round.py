# misconception: always_the_same
def mismatched_labels(labels, classes):
    return (labels + classes // 2) % classes
