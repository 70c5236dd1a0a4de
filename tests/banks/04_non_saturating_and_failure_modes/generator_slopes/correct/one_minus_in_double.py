def generator_slopes(logits):
    s = torch.sigmoid(logits.double())
    pair = [-s / len(s), -(1 - s) / len(s)]
    return [p.to(logits.dtype) for p in pair]
