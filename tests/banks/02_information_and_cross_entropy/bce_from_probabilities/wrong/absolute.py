# misconception: squared
def bce_from_probabilities(probabilities, labels):
    return (probabilities.reshape(-1) - labels.reshape(-1)).abs().mean()
