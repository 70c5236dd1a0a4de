# misconception: wrong_type
def mismatched_labels(labels, classes):
    return [int((y + 1 + torch.randint(classes - 1, (1,))) % classes) for y in labels.tolist()]
