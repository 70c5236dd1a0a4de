def generator_loss(fake_values):
    return fake_values.reshape(len(fake_values), -1).mean(dim=1).mean().neg()
