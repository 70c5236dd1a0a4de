def project(candidate, x, epsilon, low=0.0, high=1.0):
    inside = candidate.clamp(low, high)
    return torch.maximum(torch.minimum(inside, x + epsilon), x - epsilon)
