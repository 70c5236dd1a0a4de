# misconception: classes_inferred
def one_hot(labels, classes):
    return torch.eye(int(labels.max()) + 1)[labels]
