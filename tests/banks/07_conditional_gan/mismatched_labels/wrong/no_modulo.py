# misconception: out_of_range
def mismatched_labels(labels, classes):
    return labels + torch.randint(1, classes, labels.shape)
