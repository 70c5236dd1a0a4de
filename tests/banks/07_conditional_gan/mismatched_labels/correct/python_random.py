import random


def mismatched_labels(labels, classes):
    wrong = []
    for label in labels.tolist():
        wrong.append(random.choice([k for k in range(classes) if k != label]))
    return torch.tensor(wrong)
