# misconception: mismatched_called_right
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    other = F.softplus(fake_logits).mean() + F.softplus(-mismatched_logits).mean()
    return F.softplus(-matched_logits).mean() + other / 2
