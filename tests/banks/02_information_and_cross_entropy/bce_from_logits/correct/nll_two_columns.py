def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1, 1), labels.reshape(-1).long()
    return F.cross_entropy(torch.cat([torch.zeros_like(a), a], 1), y)
