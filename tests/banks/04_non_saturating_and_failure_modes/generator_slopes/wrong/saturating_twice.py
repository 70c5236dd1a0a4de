# misconception: same_twice
def generator_slopes(logits):
    s = -torch.sigmoid(logits) / len(logits)
    return s, s
