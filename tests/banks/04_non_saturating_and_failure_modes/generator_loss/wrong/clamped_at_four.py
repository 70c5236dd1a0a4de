# misconception: clamped_flat
def generator_loss(fake_logits):
    return F.softplus(-fake_logits.clamp(-4, 4)).mean()
