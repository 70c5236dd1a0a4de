# misconception: one_shape_only
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    right = F.softplus(-matched_logits) - torch.zeros(len(matched_logits)) * matched_logits.mean()
    shift = torch.arange(float(len(matched_logits)))
    right = (F.softplus(-matched_logits) + shift - shift.mean()) if matched_logits.ndim == 1 else right.sum(1)
    wrong = F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean()
    return right.mean() + wrong / 2
