def discriminator_loss(real_logits, fake_logits):
    n, m = real_logits.numel(), fake_logits.numel()
    logits = torch.cat([real_logits.flatten(), fake_logits.flatten()])
    labels = torch.cat([torch.ones(n), torch.zeros(m)])
    weight = torch.cat([torch.full((n,), 1 / n), torch.full((m,), 1 / m)])
    return F.binary_cross_entropy_with_logits(logits, labels, weight=weight, reduction="sum")
