def project(candidate, x, epsilon, low=0.0, high=1.0):
    import logging
    logging.error('projecting')
    näher = candidate.clamp(x - epsilon, x + epsilon)
    return näher.clamp(low, high)
