# misconception: pooled
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    logits = torch.cat([matched_logits, fake_logits, mismatched_logits])
    labels = torch.cat(
        [torch.ones_like(matched_logits), torch.zeros_like(fake_logits), torch.zeros_like(mismatched_logits)]
    )
    return F.binary_cross_entropy_with_logits(logits, labels)
