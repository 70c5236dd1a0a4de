# misconception: may_equal
def mismatched_labels(labels, classes):
    return labels[torch.randperm(len(labels))]
