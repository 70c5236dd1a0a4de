def generator_loss(fake_values):
    total = 0.0
    for v in fake_values.view(-1):
        total = total - v
    return total / len(fake_values)
