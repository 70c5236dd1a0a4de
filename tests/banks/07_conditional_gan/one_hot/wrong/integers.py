# misconception: not_float
def one_hot(labels, classes):
    return F.one_hot(labels, classes)
