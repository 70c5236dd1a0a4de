# misconception: least_squares
def critic_loss(real_values, fake_values):
    return ((real_values - 1) ** 2).mean() + (fake_values ** 2).mean()
