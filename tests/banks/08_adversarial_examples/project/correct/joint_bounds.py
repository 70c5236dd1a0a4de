def project(candidate, x, epsilon, low=0.0, high=1.0):
    lower = (x - epsilon).clamp(min=low)
    upper = (x + epsilon).clamp(max=high)
    return torch.clamp(candidate, lower, upper)
