def generator_slopes(logits):
    return -torch.sigmoid(logits)[:, None] / len(logits), -torch.sigmoid(-logits)[:, None] / len(logits)
