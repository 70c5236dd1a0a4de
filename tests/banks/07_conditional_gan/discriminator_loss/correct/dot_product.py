def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    means = torch.stack(
        [
            F.softplus(-matched_logits).mean(),
            F.softplus(fake_logits).mean(),
            F.softplus(mismatched_logits).mean(),
        ]
    )
    return means @ torch.tensor([1.0, 0.5, 0.5])
