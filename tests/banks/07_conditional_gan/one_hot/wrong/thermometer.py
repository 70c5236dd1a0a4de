# misconception: other_values
def one_hot(labels, classes):
    return (torch.arange(classes)[None] <= labels[:, None]).float()
