# misconception: no_logarithm
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = torch.sigmoid(fake_logits).mean() + torch.sigmoid(mismatched_logits).mean()
    return -torch.sigmoid(matched_logits).mean() + wrong / 2
