def generator_slopes(logits):
    return -torch.sigmoid(logits).mean(), -torch.sigmoid(-logits).mean()
