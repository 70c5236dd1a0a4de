def project(candidate, x, epsilon, low=0.0, high=1.0):
    c, z = candidate.double(), x.double()
    return torch.min(torch.max(c, z - epsilon), z + epsilon).clamp(low, high).to(x.dtype)
