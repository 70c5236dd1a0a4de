def _ce(a, label):
    a = a.flatten()
    two = torch.stack([torch.zeros_like(a), a], dim=1)
    return F.cross_entropy(two, torch.full((len(a),), label))


def discriminator_loss(real_logits, fake_logits):
    return _ce(real_logits, 1) + _ce(fake_logits, 0)
