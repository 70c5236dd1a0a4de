def bce_from_probabilities(probabilities, labels):
    y = labels.reshape(probabilities.shape)
    right = y * probabilities + (1 - y) * (1 - probabilities)
    return -right.log().mean()
