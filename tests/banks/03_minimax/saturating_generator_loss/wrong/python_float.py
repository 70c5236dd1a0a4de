# misconception: becomes_number
def saturating_generator_loss(fake_logits):
    return float(F.logsigmoid(-fake_logits).mean())
