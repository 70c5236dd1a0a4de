# misconception: modifies_inputs
def saturating_generator_loss(fake_logits):
    fake_logits *= -1
    return F.logsigmoid(fake_logits).mean()
