def one_hot(labels, classes):
    table = []
    for label in labels.tolist():
        table.append([1.0 if k == label else 0.0 for k in range(classes)])
    return torch.tensor(table)
