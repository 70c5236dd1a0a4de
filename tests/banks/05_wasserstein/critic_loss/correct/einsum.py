def critic_loss(real_values, fake_values):
    ones = torch.ones_like
    r, f = real_values.flatten(), fake_values.flatten()
    return torch.einsum('i,i->', f, ones(f) / len(f)) - torch.einsum('i,i->', r, ones(r) / len(r))
