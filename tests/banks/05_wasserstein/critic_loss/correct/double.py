def critic_loss(real_values, fake_values):
    return fake_values.double().mean() - real_values.double().mean()
