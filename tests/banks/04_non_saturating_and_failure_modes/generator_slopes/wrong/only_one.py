# misconception: wrong_type
def generator_slopes(logits):
    return -torch.sigmoid(-logits) / len(logits)
