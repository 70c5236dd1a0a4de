# misconception: not_halved
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    fake = F.softplus(fake_logits).mean()
    return F.softplus(-matched_logits).mean() + fake + F.softplus(mismatched_logits).mean()
