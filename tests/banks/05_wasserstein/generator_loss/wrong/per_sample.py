# misconception: mean_missing
def generator_loss(fake_values):
    return -fake_values
