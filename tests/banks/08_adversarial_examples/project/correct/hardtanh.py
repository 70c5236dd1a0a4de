def project(candidate, x, epsilon, low=0.0, high=1.0):
    return F.hardtanh(x + F.hardtanh(candidate - x, -epsilon, epsilon), low, high)
