# misconception: becomes_number
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean()
    return (F.softplus(-matched_logits).mean() + wrong / 2).item()
