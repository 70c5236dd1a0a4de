# misconception: fixed_batch_size
def generator_loss(fake_logits):
    return F.softplus(-fake_logits).sum() / 128
