def bce_from_probabilities(probabilities, labels):
    p = probabilities.squeeze(-1) if probabilities.dim() == 2 else probabilities
    y = labels.squeeze(-1) if labels.dim() == 2 else labels
    p = p.clamp(1e-7, 1 - 1e-7)
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()
