# misconception: fixed_batch_size
def saturating_generator_loss(fake_logits):
    batch_size = 128
    return F.logsigmoid(-fake_logits).sum() / batch_size
