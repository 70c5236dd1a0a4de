# misconception: expects_probabilities
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = torch.log(1 - fake_logits).mean() + torch.log(1 - mismatched_logits).mean()
    return -torch.log(matched_logits).mean() - wrong / 2
