# misconception: detached
def generator_loss(fake_logits):
    return F.softplus(-fake_logits.data).mean()
