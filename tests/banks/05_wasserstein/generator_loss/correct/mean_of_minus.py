def generator_loss(fake_values):
    return torch.mean(-fake_values)
