# misconception: may_equal
def mismatched_labels(labels, classes):
    return (labels + torch.randint(1, classes + 1, labels.shape)) % classes
