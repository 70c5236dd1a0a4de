# misconception: other_values
def one_hot(labels, classes):
    return 1 - torch.eye(classes)[labels]
