def value_function(d, p_data, p_g, dx):
    zero = torch.zeros_like(d)
    real = torch.where(p_data == 0, zero, p_data * torch.log(d))
    fake = torch.where(p_g == 0, zero, p_g * torch.log(1 - d))
    return torch.sum(real + fake) * dx
