# misconception: both_losses
def generator_loss(fake_logits):
    return F.softplus(-fake_logits).mean() + F.softplus(fake_logits).mean()
