# misconception: mean_missing
def critic_loss(real_values, fake_values):
    return fake_values.sum() - real_values.sum()
