# misconception: other_loss
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.relu(1 + fake_logits).mean() + F.relu(1 + mismatched_logits).mean()
    return F.relu(1 - matched_logits).mean() + wrong / 2
