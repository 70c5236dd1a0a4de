# misconception: size_of_difference
def critic_loss(real_values, fake_values):
    return F.relu(fake_values.mean() - real_values.mean())
