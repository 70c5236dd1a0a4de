# misconception: mean_missing
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(fake_logits).sum() + F.softplus(mismatched_logits).sum()
    return F.softplus(-matched_logits).sum() + wrong / 2
