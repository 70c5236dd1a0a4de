# misconception: wrong_when_sure
def generator_slopes(logits):
    e = torch.exp(logits)
    return -torch.nan_to_num(e / (1 + e)) / len(logits), -(1 / (1 + e)) / len(logits)
