# misconception: same_sign
def critic_loss(real_values, fake_values):
    return -real_values.mean() - fake_values.mean()
