def one_hot(labels, classes):
    rows = torch.zeros((len(labels), classes))
    for i in range(len(labels)):
        rows[i, labels[i]] = 1
    return rows
