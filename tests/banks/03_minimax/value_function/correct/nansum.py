def value_function(d, p_data, p_g, dx):
    return dx * (torch.nansum(p_data * d.log()) + torch.nansum(p_g * (1 - d).log()))
