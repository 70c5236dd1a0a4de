def project(candidate, x, epsilon, low=0.0, high=1.0):
    c = x.clamp(low + epsilon, high - epsilon)
    return candidate.clamp(c - epsilon, c + epsilon)
