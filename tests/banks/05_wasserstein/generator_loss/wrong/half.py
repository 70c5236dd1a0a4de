# misconception: scaled_loss
def generator_loss(fake_values):
    return -fake_values.mean() / 2
