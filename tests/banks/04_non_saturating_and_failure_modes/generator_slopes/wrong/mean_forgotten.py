# misconception: mean_missing
def generator_slopes(logits):
    return -torch.sigmoid(logits), -torch.sigmoid(-logits)
