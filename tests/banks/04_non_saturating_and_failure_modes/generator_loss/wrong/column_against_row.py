def generator_loss(fake_logits):
    labels = torch.ones(len(fake_logits))
    return (F.softplus(-fake_logits) * labels + F.softplus(fake_logits) * (1 - labels)).sum() / fake_logits.numel()
