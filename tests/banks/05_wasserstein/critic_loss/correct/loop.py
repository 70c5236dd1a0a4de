def critic_loss(real_values, fake_values):
    total = 0.0
    for v in fake_values.reshape(-1):
        total = total + v / len(fake_values)
    for v in real_values.reshape(-1):
        total = total - v / len(real_values)
    return total
