def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x + epsilon, x - epsilon).clamp(low, high)
