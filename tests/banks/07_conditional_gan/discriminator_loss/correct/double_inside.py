def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    a, b, c = matched_logits.double(), fake_logits.double(), mismatched_logits.double()
    loss = F.softplus(-a).mean() + (F.softplus(b).mean() + F.softplus(c).mean()) / 2
    return loss.to(matched_logits.dtype)
