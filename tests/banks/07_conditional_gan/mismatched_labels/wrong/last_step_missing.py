# misconception: uneven
def mismatched_labels(labels, classes):
    return (labels + torch.randint(1, max(2, classes - 1), labels.shape)) % classes
