def value_function(d, p_data, p_g, dx):
    y = torch.nan_to_num(p_data * torch.log(d), nan=0.0) + torch.nan_to_num(p_g * torch.log1p(-d), nan=0.0)
    return torch.trapezoid(y, dx=dx)
