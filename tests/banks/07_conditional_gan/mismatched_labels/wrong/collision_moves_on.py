# misconception: uneven
def mismatched_labels(labels, classes):
    wrong = torch.randint(classes, labels.shape)
    return torch.where(wrong == labels, (wrong + 1) % classes, wrong)
