# misconception: classes_inferred
def one_hot(labels, classes):
    return F.one_hot(labels).float()
