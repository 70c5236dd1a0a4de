# misconception: no_box
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp(low, high)
