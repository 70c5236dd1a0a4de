def mismatched_labels(labels, classes):
    wrong = torch.randint(classes, labels.shape)
    while (wrong == labels).any():
        again = wrong == labels
        wrong[again] = torch.randint(classes, (int(again.sum()),))
    return wrong
