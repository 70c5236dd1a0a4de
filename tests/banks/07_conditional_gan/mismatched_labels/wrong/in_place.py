# misconception: modifies_inputs
def mismatched_labels(labels, classes):
    labels += torch.randint(1, classes, labels.shape)
    labels %= classes
    return labels.clone()
