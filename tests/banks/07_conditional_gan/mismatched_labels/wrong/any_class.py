# misconception: may_equal
def mismatched_labels(labels, classes):
    return torch.randint(0, classes, labels.shape)
