# misconception: least_squares
def generator_loss(fake_values):
    return ((fake_values - 1) ** 2).mean()
