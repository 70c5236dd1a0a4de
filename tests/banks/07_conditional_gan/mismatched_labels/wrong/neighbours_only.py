# misconception: uneven
def mismatched_labels(labels, classes):
    side = torch.where(torch.rand(labels.shape) < 0.5, 1, -1)
    return (labels + side) % classes
