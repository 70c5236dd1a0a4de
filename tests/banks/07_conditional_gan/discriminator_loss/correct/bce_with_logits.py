def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    def bce(logits, label):
        return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, label))

    return bce(matched_logits, 1.0) + (bce(fake_logits, 0.0) + bce(mismatched_logits, 0.0)) / 2
