def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    w = 0.5 / y.mean()
    return -(w * y * p.log() + (1 - y) * (1 - p).log()).mean()
