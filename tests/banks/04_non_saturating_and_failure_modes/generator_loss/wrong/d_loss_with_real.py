# misconception: raises
def generator_loss(fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(-fake_logits).mean()
