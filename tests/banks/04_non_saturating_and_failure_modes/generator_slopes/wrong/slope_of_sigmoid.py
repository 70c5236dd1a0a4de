# misconception: slope_of_sigmoid
def generator_slopes(logits):
    s = torch.sigmoid(logits)
    slope = -s * (1 - s) / len(s)
    return slope, slope
