# misconception: one_sign
def generator_slopes(logits):
    s = torch.sigmoid(logits)
    return -s / len(s), (1 - s) / len(s)
