# misconception: unrecognised
def generator_loss(fake_values):
    return -fake_values.max()
