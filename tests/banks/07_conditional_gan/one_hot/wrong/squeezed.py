# misconception: wrong_shape
def one_hot(labels, classes):
    return torch.eye(classes)[labels].squeeze()
