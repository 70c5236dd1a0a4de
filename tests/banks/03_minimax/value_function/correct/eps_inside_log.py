def value_function(d, p_data, p_g, dx):
    eps = 1e-8
    e_data = (p_data * torch.log(d + eps)).sum() * dx
    e_g = (p_g * torch.log(1 - d + eps)).sum() * dx
    return e_data + e_g
