# misconception: swapped
def generator_slopes(logits):
    s = torch.sigmoid(logits)
    return -(1 - s) / len(s), -s / len(s)
