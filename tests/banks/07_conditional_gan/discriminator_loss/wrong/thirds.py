# misconception: averaged
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    bce = F.binary_cross_entropy_with_logits
    return (
        bce(matched_logits, torch.ones_like(matched_logits))
        + bce(fake_logits, torch.zeros_like(fake_logits))
        + bce(mismatched_logits, torch.zeros_like(mismatched_logits))
    ) / 3
