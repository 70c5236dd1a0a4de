# misconception: labels_unused
def one_hot(labels, classes):
    return torch.eye(classes)[labels.sort().values]
