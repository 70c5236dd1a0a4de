# misconception: clamped_flat
def critic_loss(real_values, fake_values):
    return fake_values.clamp(-10, 10).mean() - real_values.clamp(-10, 10).mean()
