# misconception: detached
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(fake_logits).mean() + F.softplus(mismatched_logits.detach()).mean()
    return F.softplus(-matched_logits).mean() + wrong / 2
