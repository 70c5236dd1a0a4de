# misconception: wrong_type
def generator_slopes(logits):
    n = len(logits)
    return {"saturating": -torch.sigmoid(logits) / n, "non_saturating": -torch.sigmoid(-logits) / n}
