def generator_slopes(logits):
    a = logits.clamp(-5, 5)
    return -torch.sigmoid(a) / len(a), -torch.sigmoid(-a) / len(a)
