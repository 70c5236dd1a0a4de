def generator_slopes(logits):
    saturating, non_saturating = torch.zeros_like(logits), torch.zeros_like(logits)
    for i, a in enumerate(logits.tolist()):
        s = 1 / (1 + math.exp(-a)) if a >= 0 else math.exp(a) / (1 + math.exp(a))
        c = 1 / (1 + math.exp(a)) if a <= 0 else math.exp(-a) / (1 + math.exp(-a))
        saturating[i], non_saturating[i] = -s / len(logits), -c / len(logits)
    return saturating, non_saturating
