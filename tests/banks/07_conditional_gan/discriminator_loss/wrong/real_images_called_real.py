# misconception: mismatched_called_right
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    real = (F.softplus(-matched_logits).mean() + F.softplus(-mismatched_logits).mean()) / 2
    return real + F.softplus(fake_logits).mean()
