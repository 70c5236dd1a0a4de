def project(candidate, x, epsilon, low=0.0, high=1.0):
    m = x.mean()
    return candidate.clamp(float(m - epsilon), float(m + epsilon)).clamp(low, high)
