# misconception: one_outside_log
def generator_loss(fake_logits):
    return (1 - F.logsigmoid(fake_logits)).mean()
