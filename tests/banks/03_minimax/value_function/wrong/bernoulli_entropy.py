def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) + torch.xlogy(1 - p_data, 1 - d)).sum() * dx
