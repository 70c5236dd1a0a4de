def saturating_generator_loss(fake_logits):
    a = fake_logits.flatten()
    n = a.numel()
    return -torch.logaddexp(a, torch.zeros_like(a)).sum() / n
