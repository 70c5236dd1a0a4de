def generator_slopes(logits):
    n = logits.shape[0]
    return -torch.sigmoid(logits) / n, -torch.sigmoid(-logits) / n
