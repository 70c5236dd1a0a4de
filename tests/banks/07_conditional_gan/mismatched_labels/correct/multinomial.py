def mismatched_labels(labels, classes):
    weights = 1.0 - F.one_hot(labels, classes).float()
    return torch.multinomial(weights, 1).squeeze(1)
