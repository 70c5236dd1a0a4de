def mismatched_labels(labels, classes):
    wrong = torch.empty_like(labels)
    for i, label in enumerate(labels.tolist()):
        others = [k for k in range(classes) if k != label]
        wrong[i] = others[int(torch.randint(len(others), (1,)))]
    return wrong
