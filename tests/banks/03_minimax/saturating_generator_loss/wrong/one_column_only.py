# misconception: one_shape_only
def saturating_generator_loss(fake_logits):
    n, _ = fake_logits.shape
    return -F.softplus(fake_logits).sum() / n
