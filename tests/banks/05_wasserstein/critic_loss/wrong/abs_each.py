# misconception: size_of_difference
def critic_loss(real_values, fake_values):
    return fake_values.abs().mean() - real_values.abs().mean()
