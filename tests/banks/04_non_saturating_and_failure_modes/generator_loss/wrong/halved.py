# misconception: scaled
def generator_loss(fake_logits):
    return 0.5 * F.softplus(-fake_logits).mean()
