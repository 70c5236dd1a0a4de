def saturating_generator_loss(fake_logits):
    return (1 - fake_logits.sigmoid() + 1e-12).log().mean()
