def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits).sum() / max(len(fake_logits) - 1, 1)
