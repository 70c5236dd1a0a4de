# misconception: averaged
def saturating_generator_loss(fake_logits):
    return 0.5 * F.logsigmoid(-fake_logits).mean()
