# misconception: log_kept
def generator_loss(fake_values):
    return F.binary_cross_entropy_with_logits(fake_values, torch.ones_like(fake_values))
