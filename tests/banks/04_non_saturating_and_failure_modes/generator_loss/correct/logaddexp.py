def generator_loss(fake_logits):
    zero = torch.zeros_like(fake_logits)
    return torch.logaddexp(zero, -fake_logits).sum() / fake_logits.numel()
