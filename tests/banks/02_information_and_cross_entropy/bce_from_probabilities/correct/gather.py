def bce_from_probabilities(probabilities, labels):
    p, y = probabilities.reshape(-1), labels.reshape(-1)
    table = torch.stack([1 - p, p], dim=1)
    return -table.gather(1, y.long()[:, None]).log().mean()
