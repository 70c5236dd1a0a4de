# misconception: unrecognised
def critic_loss(real_values, fake_values):
    return fake_values.mean() - real_values.mean() + 0.001 * (real_values ** 2).mean()
