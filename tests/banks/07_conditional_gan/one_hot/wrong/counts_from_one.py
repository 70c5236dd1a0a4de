# misconception: off_by_one
def one_hot(labels, classes):
    return torch.eye(classes)[labels - 1]
