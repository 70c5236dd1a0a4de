def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    low = 1e-7
    right = torch.sigmoid(matched_logits).clamp(low, 1 - low).log().mean()
    wrong = [
        (1 - torch.sigmoid(a)).clamp(low, 1 - low).log().mean() for a in (fake_logits, mismatched_logits)
    ]
    return -right - sum(wrong) / 2
