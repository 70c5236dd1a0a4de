def mismatched_labels(labels, classes):
    step = 1 + torch.floor(torch.rand(labels.shape) * (classes - 1)).long()
    return (labels + step.clamp(max=classes - 1)) % classes
