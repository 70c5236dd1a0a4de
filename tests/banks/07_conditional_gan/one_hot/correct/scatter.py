def one_hot(labels, classes):
    rows = torch.zeros(labels.shape[0], classes)
    rows.scatter_(1, labels.view(-1, 1), 1.0)
    return rows
