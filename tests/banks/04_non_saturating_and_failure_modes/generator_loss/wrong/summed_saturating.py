# misconception: saturating_loss
def generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits).sum()
