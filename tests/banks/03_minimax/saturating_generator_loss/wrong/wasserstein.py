# misconception: no_logarithm
def saturating_generator_loss(fake_logits):
    return -fake_logits.mean()
