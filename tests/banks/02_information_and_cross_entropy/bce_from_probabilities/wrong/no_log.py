# misconception: likelihood
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(y * p + (1 - y) * (1 - p)).mean()
