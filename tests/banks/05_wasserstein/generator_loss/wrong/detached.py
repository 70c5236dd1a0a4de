# misconception: detached
def generator_loss(fake_values):
    return -fake_values.detach().mean()
