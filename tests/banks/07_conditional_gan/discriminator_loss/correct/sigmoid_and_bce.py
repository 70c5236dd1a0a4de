def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    p, q, r = (torch.sigmoid(a) for a in (matched_logits, fake_logits, mismatched_logits))
    loss = F.binary_cross_entropy
    zeros = torch.zeros_like
    return loss(p, torch.ones_like(p)) + 0.5 * loss(q, zeros(q)) + 0.5 * loss(r, zeros(r))
