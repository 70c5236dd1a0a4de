def project(candidate, x, epsilon, low=0.0, high=1.0):
    box = torch.stack([candidate, x - epsilon, x + epsilon]).median(dim=0).values
    return box.clip(low, high)
