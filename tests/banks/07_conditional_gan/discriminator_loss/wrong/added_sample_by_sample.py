# misconception: pairs_samples
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = (F.softplus(fake_logits) + F.softplus(mismatched_logits)) / 2
    return F.softplus(-matched_logits).mean() + wrong.mean()
