# misconception: slope_in_d
def generator_slopes(logits):
    d = torch.sigmoid(logits)
    return -1 / (1 - d), -1 / d
