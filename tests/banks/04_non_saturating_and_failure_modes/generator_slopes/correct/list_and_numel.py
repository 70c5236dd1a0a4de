def generator_slopes(logits):
    p = torch.sigmoid(logits)
    return [-(p / logits.numel()), (p - 1) / logits.numel()]
