# misconception: off_by_one
def one_hot(labels, classes):
    return F.one_hot(labels + 1, classes).float()
