# misconception: clamped_flat
def generator_loss(fake_values):
    return -fake_values.clamp(-5, 5).mean()
