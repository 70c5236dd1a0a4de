# misconception: one_shift_for_all
def mismatched_labels(labels, classes):
    step = torch.randint(1, classes, (classes,))
    return (labels + step[labels]) % classes
