# misconception: sigmoid_twice
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    p, q, r = (torch.sigmoid(a) for a in (matched_logits, fake_logits, mismatched_logits))
    bce = F.binary_cross_entropy_with_logits
    return bce(p, torch.ones_like(p)) + 0.5 * (bce(q, torch.zeros_like(q)) + bce(r, torch.zeros_like(r)))
