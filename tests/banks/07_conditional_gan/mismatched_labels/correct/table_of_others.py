def mismatched_labels(labels, classes):
    others = torch.stack([torch.tensor([k for k in range(classes) if k != y]) for y in range(classes)])
    return others[labels, torch.randint(classes - 1, labels.shape)]
