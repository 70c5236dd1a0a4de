# misconception: unrecognised
def discriminator_loss(real_logits, fake_logits):
    value = F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
    slopes = fake_logits.mean() - real_logits.mean()
    return value.detach() + slopes - slopes.detach()
