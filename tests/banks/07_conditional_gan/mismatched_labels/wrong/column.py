# misconception: wrong_shape
def mismatched_labels(labels, classes):
    steps = torch.randint(1, classes, (len(labels), 1))
    return (labels[:, None] + steps) % classes
