def value_function(d, p_data, p_g, dx):
    return (torch.xlogy(p_data, d) + torch.xlogy(p_g, 1 - d)).mean() * len(d) * dx
