# misconception: modifies_inputs
def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    y.mul_(2).sub_(1)
    return -torch.log(torch.where(y > 0, p, 1 - p)).mean()
