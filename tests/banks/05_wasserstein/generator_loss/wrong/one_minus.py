# misconception: least_squares
def generator_loss(fake_values):
    return 1 - fake_values.mean()
