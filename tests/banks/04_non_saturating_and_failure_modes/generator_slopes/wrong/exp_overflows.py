# misconception: overflows
def generator_slopes(logits):
    e = torch.exp(logits)
    return -(e / (1 + e)) / len(logits), -(1 / (1 + e)) / len(logits)
