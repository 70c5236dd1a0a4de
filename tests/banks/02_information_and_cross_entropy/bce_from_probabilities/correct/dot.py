def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.ravel(), labels.ravel()
    return -(y @ p.log() + (1 - y) @ (1 - p).log()) / p.numel()
