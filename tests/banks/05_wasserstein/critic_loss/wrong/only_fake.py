# misconception: one_term
def critic_loss(real_values, fake_values):
    return fake_values.mean()
