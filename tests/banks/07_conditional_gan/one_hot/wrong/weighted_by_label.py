# misconception: label_as_number
def one_hot(labels, classes):
    return F.one_hot(labels, classes).float() * labels[:, None].float()
