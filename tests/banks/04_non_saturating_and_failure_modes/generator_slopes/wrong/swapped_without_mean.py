# misconception: swapped
def generator_slopes(logits):
    return -torch.sigmoid(-logits), -torch.sigmoid(logits)
