# misconception: least_squares
def generator_loss(fake_logits):
    return ((fake_logits - 1) ** 2).mean()
