# misconception: pairs_samples
def critic_loss(real_values, fake_values):
    return (fake_values - real_values).mean()
