# misconception: mean_missing
def saturating_generator_loss(fake_logits):
    return -F.softplus(fake_logits)
