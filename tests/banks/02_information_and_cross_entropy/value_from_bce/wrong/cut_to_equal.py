def value_from_bce(real_logits, fake_logits):
    n = min(len(real_logits), len(fake_logits))
    return F.logsigmoid(real_logits[:n]).mean() + F.logsigmoid(-fake_logits[:n]).mean()
