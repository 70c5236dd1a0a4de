# misconception: likelihood
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    return -(p**y * (1 - p) ** (1 - y)).prod()
