def discriminator_loss(real_logits, fake_logits):
    r, f = real_logits.reshape(-1), fake_logits.reshape(-1)
    logits = torch.cat([r, f])
    labels = torch.cat([torch.ones(len(r)), torch.zeros(len(f))])
    weights = torch.cat([torch.full((len(r),), 1 / len(r)), torch.full((len(f),), 1 / len(f))])
    return F.binary_cross_entropy_with_logits(logits, labels, weight=weights, reduction="sum")
