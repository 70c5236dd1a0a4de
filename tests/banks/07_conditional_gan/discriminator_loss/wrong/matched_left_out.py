# misconception: matched_ignored
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    return 0.5 * (F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean())
