# misconception: fixed_range
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(x - epsilon, x + epsilon).clamp(0, 1)
