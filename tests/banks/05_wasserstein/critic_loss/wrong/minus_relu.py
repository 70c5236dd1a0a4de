# misconception: size_of_difference
def critic_loss(real_values, fake_values):
    return -F.relu(real_values.mean() - fake_values.mean())
