# misconception: labels_swapped
def discriminator_loss(fake_logits, real_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
