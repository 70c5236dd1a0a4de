def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.flatten(), labels.flatten()
    return -torch.log((p - (1 - y)).abs()).mean()
