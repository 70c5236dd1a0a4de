def critic_loss(real_values, fake_values):
    return fake_values.sum() / fake_values.numel() - real_values.sum() / real_values.numel()
