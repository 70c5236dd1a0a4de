def project(candidate, x, epsilon, low=0.0, high=1.0):
    delta = (candidate - x).clamp(-epsilon, epsilon)
    return (x + delta).clamp(low, high)
