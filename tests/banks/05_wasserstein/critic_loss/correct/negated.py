def critic_loss(real_values, fake_values):
    gain = torch.mean(real_values) - torch.mean(fake_values)
    return -gain
