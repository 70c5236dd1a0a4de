def saturating_generator_loss(fake_logits):
    a = fake_logits
    neg = torch.where(a > 0, -a, a)
    return (torch.where(a > 0, -a, torch.zeros_like(a)) - torch.log1p(torch.exp(neg))).mean()
