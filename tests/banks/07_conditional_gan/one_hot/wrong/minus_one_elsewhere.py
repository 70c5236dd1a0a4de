# misconception: other_values
def one_hot(labels, classes):
    return 2 * F.one_hot(labels, classes).float() - 1
