def value_from_bce(real_logits, fake_logits):
    a = torch.cat([real_logits.reshape(-1), fake_logits.reshape(-1)])
    n, m = real_logits.numel(), fake_logits.numel()
    y = torch.cat([torch.ones(n), torch.zeros(m)])
    return -F.binary_cross_entropy_with_logits(a, y, pos_weight=torch.tensor(m / n), reduction="sum") / m
