# misconception: wrong_shape
def one_hot(labels, classes):
    return torch.bincount(labels, minlength=classes).float()
