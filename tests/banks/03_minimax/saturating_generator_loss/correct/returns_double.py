def saturating_generator_loss(fake_logits):
    return F.logsigmoid(-fake_logits.double()).mean()
