# misconception: labels_unused
def one_hot(labels, classes):
    return torch.eye(len(labels), classes)
