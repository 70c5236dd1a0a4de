# misconception: other_weights
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(fake_logits).mean() / 2 + F.softplus(mismatched_logits).mean()
    return F.softplus(-matched_logits).mean() + wrong
