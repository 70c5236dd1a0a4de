# misconception: unrecognised
def critic_loss(real_values, fake_values):
    return fake_values.median() - real_values.median()
