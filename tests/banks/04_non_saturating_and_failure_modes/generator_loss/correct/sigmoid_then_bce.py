def generator_loss(fake_logits):
    p = torch.sigmoid(fake_logits)
    return F.binary_cross_entropy(p, torch.ones_like(p))
