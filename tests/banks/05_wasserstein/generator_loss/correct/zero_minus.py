def generator_loss(fake_values):
    return 0 - fake_values.double().mean()
