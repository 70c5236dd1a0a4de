# misconception: other_values
def one_hot(labels, classes):
    rows = torch.zeros(len(labels), classes)
    rows[:, labels] = 1
    return rows
