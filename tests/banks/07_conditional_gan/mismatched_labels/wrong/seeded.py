# misconception: same_every_call
def mismatched_labels(labels, classes):
    torch.manual_seed(0)
    return (labels + torch.randint(1, classes, labels.shape)) % classes
