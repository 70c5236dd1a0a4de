# misconception: log_kept
def critic_loss(real_values, fake_values):
    bce = F.binary_cross_entropy_with_logits
    return bce(real_values, torch.ones_like(real_values)) + bce(fake_values, torch.zeros_like(fake_values))
