# misconception: fakes_ignored
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    return F.softplus(-matched_logits).mean() + F.softplus(mismatched_logits).mean() / 2
