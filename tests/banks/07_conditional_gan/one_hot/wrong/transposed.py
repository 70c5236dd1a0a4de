# misconception: wrong_axis
def one_hot(labels, classes):
    return torch.eye(classes)[:, labels]
