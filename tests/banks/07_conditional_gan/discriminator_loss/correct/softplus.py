def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = 0.5 * (F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean())
    return F.softplus(-matched_logits).mean() + wrong
