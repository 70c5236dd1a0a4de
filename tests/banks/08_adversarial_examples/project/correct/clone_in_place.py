def project(candidate, x, epsilon, low=0.0, high=1.0):
    out = candidate.clone()
    out.clamp_(x - epsilon, x + epsilon)
    return out.clamp_(low, high)
