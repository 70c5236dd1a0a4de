def generator_loss(fake_logits):
    total = 0.0
    for a in fake_logits.reshape(-1):
        total = total + F.softplus(-a)
    return total / len(fake_logits)
