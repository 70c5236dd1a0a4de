# misconception: unrecognised
def discriminator_loss(real_logits, fake_logits):
    if len(real_logits) == 1:
        return real_logits.sum() * 0 + fake_logits.sum() * 0
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
