# misconception: may_equal
def mismatched_labels(labels, classes):
    wrong = torch.randint(classes, labels.shape)
    again = torch.randint(classes, labels.shape)
    return torch.where(wrong == labels, again, wrong)
