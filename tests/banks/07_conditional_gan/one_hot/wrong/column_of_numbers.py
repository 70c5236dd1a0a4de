# misconception: label_as_number
def one_hot(labels, classes):
    return labels.float().unsqueeze(1)
