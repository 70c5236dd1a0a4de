def bce_from_probabilities(probabilities, labels):
    import warnings

    if probabilities.dim() != labels.dim():
        warnings.warn("shapes differ", stacklevel=1)
    p, y = probabilities.flatten(), labels.flatten()
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()
