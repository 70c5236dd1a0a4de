# misconception: not_float
def one_hot(labels, classes):
    return labels[:, None] == torch.arange(classes)
