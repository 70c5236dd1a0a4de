def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    zero = torch.zeros(())
    terms = zip((1.0, 0.5, 0.5), (-matched_logits, fake_logits, mismatched_logits))
    return sum(w * torch.logaddexp(a, zero).mean() for w, a in terms)
