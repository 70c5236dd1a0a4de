def saturating_generator_loss(fake_logits):
    """log(1 - s(a)) = log s(a) - a."""
    return (F.logsigmoid(fake_logits) - fake_logits).mean()
