# misconception: perturbation_only
def project(candidate, x, epsilon, low=0.0, high=1.0):
    return (candidate - x).clamp(-epsilon, epsilon)
