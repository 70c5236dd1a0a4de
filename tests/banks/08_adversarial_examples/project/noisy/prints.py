def project(candidate, x, epsilon, low=0.0, high=1.0):
    print('largest change', (candidate - x).abs().max())
    return candidate.clamp(x - epsilon, x + epsilon).clamp(low, high)
