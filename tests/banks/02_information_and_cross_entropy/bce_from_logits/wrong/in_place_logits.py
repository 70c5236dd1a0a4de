# misconception: modifies_inputs
def bce_from_logits(logits, labels):
    a, y = logits.reshape(-1), labels.reshape(-1)
    a *= 1 - 2 * y
    return F.softplus(a).mean()
