# misconception: no_logarithm
def generator_loss(fake_logits):
    return -fake_logits.mean()
