def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    n, m, k = matched_logits.numel(), fake_logits.numel(), mismatched_logits.numel()
    return (
        -F.logsigmoid(matched_logits).sum() / n
        - F.logsigmoid(-fake_logits).sum() / (2 * m)
        - F.logsigmoid(-mismatched_logits).sum() / (2 * k)
    )
