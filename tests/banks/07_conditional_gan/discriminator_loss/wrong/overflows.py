# misconception: overflows
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    right = torch.log(torch.sigmoid(matched_logits)).mean()
    wrong = torch.log(1 - torch.sigmoid(fake_logits)).mean()
    wrong = wrong + torch.log(1 - torch.sigmoid(mismatched_logits)).mean()
    return -right - wrong / 2
