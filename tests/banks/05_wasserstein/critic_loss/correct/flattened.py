def critic_loss(real_values, fake_values):
    r, f = real_values.reshape(-1), fake_values.reshape(-1)
    return f.mean(dim=0) - r.mean(dim=0)
