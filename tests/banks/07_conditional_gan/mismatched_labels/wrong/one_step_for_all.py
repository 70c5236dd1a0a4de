# misconception: one_shift_for_all
def mismatched_labels(labels, classes):
    return (labels + torch.randint(1, classes, (1,))) % classes
