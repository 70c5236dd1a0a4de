# misconception: label_as_number
def one_hot(labels, classes):
    return labels[:, None] / classes
