# misconception: wrong_type
def one_hot(labels, classes):
    rows = torch.zeros(len(labels), classes)
    rows[torch.arange(len(labels)), labels] = 1
