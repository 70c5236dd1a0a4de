# misconception: classes_fixed
def one_hot(labels, classes):
    return torch.eye(10)[labels]
