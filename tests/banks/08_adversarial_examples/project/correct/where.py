def project(candidate, x, epsilon, low=0.0, high=1.0):
    lo = torch.maximum(x - epsilon, torch.full_like(x, low))
    hi = torch.minimum(x + epsilon, torch.full_like(x, high))
    out = torch.where(candidate < lo, lo, candidate)
    return torch.where(out > hi, hi, out)
