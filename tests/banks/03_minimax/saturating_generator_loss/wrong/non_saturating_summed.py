# misconception: non_saturating
def saturating_generator_loss(fake_logits):
    return F.softplus(-fake_logits).sum()
