# misconception: pooled
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = torch.cat([fake_logits, mismatched_logits])
    return F.softplus(-matched_logits).mean() + F.softplus(wrong).mean()
