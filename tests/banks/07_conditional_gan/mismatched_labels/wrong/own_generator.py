# misconception: same_every_call
def mismatched_labels(labels, classes):
    own = torch.Generator().manual_seed(1)
    return (labels + torch.randint(1, classes, labels.shape, generator=own)) % classes
