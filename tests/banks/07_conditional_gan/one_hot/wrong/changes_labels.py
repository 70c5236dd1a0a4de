# misconception: modifies_inputs
def one_hot(labels, classes):
    rows = torch.eye(classes)[labels]
    labels += 1
    return rows
