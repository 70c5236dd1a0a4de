# misconception: becomes_number
def generator_loss(fake_values):
    return -fake_values.mean().item()
