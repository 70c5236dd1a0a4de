def mismatched_labels(labels, classes):
    steps = torch.randint(1, classes, labels.shape, dtype=torch.int32)
    return ((labels.int() + steps) % classes).to(torch.int32)
