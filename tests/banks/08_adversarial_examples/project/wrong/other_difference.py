# misconception: wrong_centre
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return (x + (x - candidate).clamp(-epsilon, epsilon)).clamp(low, high)
