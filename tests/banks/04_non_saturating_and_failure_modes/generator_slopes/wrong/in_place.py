# misconception: modifies_inputs
def generator_slopes(logits):
    n = len(logits)
    other = -torch.sigmoid(-logits) / n
    return logits.sigmoid_().neg() / n, other
