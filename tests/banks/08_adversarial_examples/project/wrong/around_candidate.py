# misconception: wrong_centre
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return x.clamp(candidate - epsilon, candidate + epsilon).clamp(low, high)
