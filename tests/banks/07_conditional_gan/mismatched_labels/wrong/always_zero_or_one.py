# misconception: always_the_same
def mismatched_labels(labels, classes):
    return torch.where(labels == 0, torch.ones_like(labels), torch.zeros_like(labels))
