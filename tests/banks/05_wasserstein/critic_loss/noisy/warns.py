import warnings
def critic_loss(real_values, fake_values):
    warnings.warn('critic')
    return fake_values.mean() - real_values.mean()
