# misconception: wrong_type
def generator_loss(fake_logits):
    loss = F.softplus(-fake_logits).mean()
