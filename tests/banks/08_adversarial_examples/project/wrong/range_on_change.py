# misconception: clamped_change
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return x + (candidate - x).clamp(-epsilon, epsilon).clamp(low, high)
