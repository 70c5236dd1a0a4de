# misconception: other_loss
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = (fake_logits**2).mean() + (mismatched_logits**2).mean()
    return ((matched_logits - 1) ** 2).mean() + wrong / 2
