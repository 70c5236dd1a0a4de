def generator_loss(fake_values):
    return -torch.sum(fake_values) / fake_values.numel()
