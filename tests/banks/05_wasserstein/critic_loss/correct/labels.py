def critic_loss(real_values, fake_values):
    values = torch.cat([real_values.flatten(), fake_values.flatten()])
    sign = torch.cat([torch.full((len(real_values),), -1.0 / len(real_values)), torch.full((len(fake_values),), 1.0 / len(fake_values))])
    return values @ sign
