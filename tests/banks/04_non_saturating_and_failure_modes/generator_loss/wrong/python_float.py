# misconception: becomes_number
def generator_loss(fake_logits):
    return F.softplus(-fake_logits).mean().item()
