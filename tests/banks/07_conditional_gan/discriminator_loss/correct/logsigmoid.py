def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    right = F.logsigmoid(matched_logits).mean()
    fake = F.logsigmoid(-fake_logits).mean()
    wrong = F.logsigmoid(-mismatched_logits).mean()
    return -(right + (fake + wrong) / 2)
