# misconception: clipped
def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1).clamp(-100, 100), labels.reshape(-1)
    return (F.softplus(a) - a * y).mean()
