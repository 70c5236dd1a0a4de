# misconception: modifies_inputs
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return candidate.clamp_(x - epsilon, x + epsilon).clamp_(low, high)
