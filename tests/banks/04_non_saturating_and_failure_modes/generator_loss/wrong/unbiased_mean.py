def generator_loss(fake_logits):
    n = fake_logits.numel()
    return F.softplus(-fake_logits).sum() / max(n - 1, 1)
